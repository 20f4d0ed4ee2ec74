package org.reps.mentoring.engine.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What becomes a new version only as a whole: a diagram with the forms it asks for, which are looked for beside it, or
 * a file of decisions.
 *
 * @param key of the process, or of the first decision
 * @param model name of the diagram or decision among the files
 * @param files by their names
 */
public record Bundle(String key, String model, Map<String, byte[]> files) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String DIAGRAM = ".bpmn";
    private static final String DECISIONS = ".dmn";
    private static final String FORM = ".form";

    /** What files come to that are deployed together; without what cannot be read, and forms that nothing asks for. */
    public static List<Bundle> in(Map<String, byte[]> files) {
        var forms = formsIn(files);
        var bundles = new ArrayList<Bundle>();
        new TreeMap<>(files).forEach((name, content) -> {
            if (name.endsWith(DIAGRAM) || name.endsWith(DECISIONS)) {
                var elements = elements(content);
                var keys = elements.stream()
                        .filter(element -> name.endsWith(DIAGRAM)
                                ? element.getLocalName().equals("process")
                                : element.getLocalName().equals("decision"))
                        .map(element -> element.getAttribute("id"))
                        .toList();
                if (keys.size() == 1 || (name.endsWith(DECISIONS) && !keys.isEmpty())) {
                    bundles.add(of(keys.get(0), name, content, elements, forms));
                }
            }
        });
        return bundles;
    }

    private static Bundle of(
            String key,
            String name,
            byte[] content,
            List<Element> elements,
            Map<String, Map.Entry<String, byte[]>> forms) {
        var together = new LinkedHashMap<String, byte[]>();
        together.put(name, content);
        elements.stream()
                .flatMap(element -> ModelXml.values(element, "formRef"))
                .map(forms::get)
                .filter(form -> form != null)
                .forEach(form -> together.put(form.getKey(), form.getValue()));
        return new Bundle(key, name, together);
    }

    private static List<Element> elements(byte[] content) {
        try {
            return ModelXml.elementsInForce(content).toList();
        } catch (SAXException unreadable) {
            return List.of();
        }
    }

    private static Map<String, Map.Entry<String, byte[]>> formsIn(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(FORM))
                .collect(Collectors.toMap(file -> idOf(file.getValue()), file -> file, (one, other) -> one));
    }

    /** The id of a form; empty where it has none. */
    public static String idOf(byte[] form) {
        try (var parser = JSON.createParser(form)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    var isId = parser.currentName().equals("id");
                    if (parser.nextToken() == JsonToken.VALUE_STRING && isId) {
                        return parser.getText();
                    }
                    parser.skipChildren();
                }
            }
        } catch (IOException unreadable) {
            return "";
        }
        return "";
    }

    public boolean isProcess() {
        return model.endsWith(DIAGRAM);
    }

    /** The diagram or the decisions. */
    public byte[] content() {
        return Stream.of(model).map(files::get).findFirst().orElseThrow();
    }

    /** The forms, by their ids. */
    public Map<String, byte[]> forms() {
        var forms = new TreeMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.endsWith(FORM)) {
                forms.put(idOf(content), content);
            }
        });
        return forms;
    }

    public Set<String> names() {
        return files.keySet();
    }

    /** The same for the same contents, whatever the files are called. */
    public String fingerprint() {
        var parts = new StringBuilder(hash(content()));
        forms().forEach((id, content) ->
                parts.append(' ').append(id).append(' ').append(hash(content)));
        return hash(parts.toString().getBytes(StandardCharsets.UTF_8));
    }

    public boolean isSameAs(Bundle other) {
        return fingerprint().equals(other.fingerprint());
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
