package org.reps.mentoring.modeler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * How Camunda Modeler writes files. It is a program in JavaScript, so this says only what can be said without it: line
 * ends, indentation, how letters are escaped, and which of two names comes first.
 */
final class ModelerFormat {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private static final Set<String> OF_A_NEW_FIELD = Set.of("label", "text", "values", "components", "showOutline");

    /** Of a kind of element, which of two attributes comes first. */
    record Before(String kind, String first, String second) {

        Before turnedRound() {
            return new Before(kind, second, first);
        }
    }

    private ModelerFormat() {}

    /** The same diagram or decision, on the lines on which Modeler would put it. */
    static String diagram(String xml) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        read(xml, new DefaultHandler() {
            private int depth;
            private boolean open;
            private boolean inner;
            private final StringBuilder text = new StringBuilder();

            @Override
            public void startElement(String uri, String local, String name, Attributes attributes) {
                out.append(open ? ">\n" : "")
                        .append("  ".repeat(depth))
                        .append('<')
                        .append(name);
                for (var i = 0; i < attributes.getLength(); i++) {
                    out.append(' ').append(attributes.getQName(i)).append("=\"");
                    out.append(escaped(attributes.getValue(i))
                                    .replace("\"", "&#34;")
                                    .replace("'", "&#39;")
                                    .replace("\n", "&#10;"))
                            .append('"');
                }
                depth++;
                open = true;
                inner = false;
                text.setLength(0);
            }

            @Override
            public void characters(char[] letters, int start, int length) {
                text.append(letters, start, length);
            }

            @Override
            public void endElement(String uri, String local, String name) {
                depth--;
                if (inner) {
                    out.append("  ".repeat(depth)).append("</").append(name).append(">\n");
                } else if (text.isEmpty() && !name.equals("text")) {
                    out.append(" />\n");
                } else {
                    out.append('>').append(escaped(text.toString()));
                    out.append("</").append(name).append(">\n");
                }
                text.setLength(0);
                open = false;
                inner = true;
            }
        });
        return out.toString();
    }

    /** The same form, on the lines on which Modeler would put it. */
    static String form(String json) {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(SEPARATORS)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Set<Before> orderOfAttributes(String xml) {
        var order = new LinkedHashSet<Before>();
        read(xml, new DefaultHandler() {
            @Override
            public void startElement(String uri, String local, String name, Attributes attributes) {
                add(
                        order,
                        name,
                        IntStream.range(0, attributes.getLength())
                                .mapToObj(attributes::getQName)
                                .toList());
            }
        });
        return order;
    }

    /** What a field of a form says too late: Modeler begins with what each new field of its kind has. */
    static List<String> saidTooLate(String json) {
        try {
            return saidTooLate(JSON.readTree(json)).toList();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> saidTooLate(JsonNode field) {
        var late = new ArrayList<String>();
        var isTable = field.path("type").asText().equals("table");
        var begun = false;
        for (var names = field.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!OF_A_NEW_FIELD.contains(name)) {
                begun = true;
            } else if (begun && !isTable) {
                late.add(field.path("id").asText() + " " + name);
            }
        }
        return Stream.concat(
                late.stream(),
                StreamSupport.stream(field.path("components").spliterator(), false)
                        .flatMap(ModelerFormat::saidTooLate));
    }

    private static void add(Set<Before> order, String kind, List<String> names) {
        for (var first = 0; first < names.size(); first++) {
            for (var second = first + 1; second < names.size(); second++) {
                order.add(new Before(kind, names.get(first), names.get(second)));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void read(String xml, DefaultHandler handler) {
        try {
            SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(new StringReader(xml)), handler);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
