package org.reps.mentoring.engine.models;

import static java.util.stream.Collectors.toCollection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.rights.Said;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A diagram or decision as it is deployed, before the engine has made anything of it. */
public final class ModelXml {

    private static final String NOT_UTF_8 = "It is not written in UTF-8.";
    /** Where the schemas of BPMN and DMN are, in all their versions. */
    private static final String MODELS = "http://www.omg.org/spec/";

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** What a file says that has to be read with it. */
    private static final List<String> ELSEWHERE = List.of(
            "http://xml.org/sax/features/external-general-entities",
            "http://xml.org/sax/features/external-parameter-entities",
            "http://apache.org/xml/features/nonvalidating/load-external-dtd");

    /** Several times what is in the deepest and the largest diagram here. */
    private static final int DEEPEST = 50;

    private static final int MOST_ELEMENTS = 5_000;

    private ModelXml() {}

    /**
     * All elements, from the beginning to the end of the file.
     *
     * @throws SAXException if it is no XML in UTF-8, or more of it than a person can have drawn; the message says so
     */
    public static Stream<Element> elements(byte[] content) throws SAXException {
        checkEncoding(content);
        try {
            checkSize(content);
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(NO_DOCTYPE, true);
            var document = parse(content, factory);
            var encoding = document.getXmlEncoding();
            if (encoding != null && !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
                throw new SAXException(NOT_UTF_8);
            }
            checkBlanks(document);
            return descendants(document);
        } catch (UnsupportedEncodingException e) {
            throw new SAXException(NOT_UTF_8);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same of what is in force already. It was let in by the rules of its time, and whatever it is, the engine
     * reads it too.
     */
    public static Stream<Element> elementsInForce(byte[] content) throws SAXException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            for (var outside : ELSEWHERE) {
                factory.setFeature(outside, false);
            }
            var document = parse(content, factory);
            attributesOfModels(document).forEach(attribute -> attribute.setValue(collapsed(attribute)));
            return descendants(document);
        } catch (UnsupportedEncodingException e) {
            throw new SAXException(NOT_UTF_8);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The engine reads the attributes of a model without the blanks around them, as its schema has it: " true " is true
     * there, and would be something else here.
     */
    private static void checkBlanks(Document document) throws SAXException {
        var odd = attributesOfModels(document)
                .filter(attribute -> !attribute.getValue().equals(collapsed(attribute)))
                .findFirst();
        if (odd.isPresent()) {
            throw new SAXException("There are blanks in \"" + odd.get().getName() + "\" of \""
                    + odd.get().getOwnerElement().getLocalName() + "\" that have to go.");
        }
    }

    private static String collapsed(Attr attribute) {
        return attribute.getValue().strip().replaceAll("\\s+", " ");
    }

    /** Of diagrams and decisions; names are for people, who may write them as they like. */
    private static Stream<Attr> attributesOfModels(Document document) {
        return descendants(document)
                .filter(element -> element.getNamespaceURI() != null
                        && element.getNamespaceURI().startsWith(MODELS))
                .flatMap(element -> IntStream.range(0, element.getAttributes().getLength())
                        .mapToObj(i -> (Attr) element.getAttributes().item(i)))
                .filter(attribute -> attribute.getNamespaceURI() == null
                        && !attribute.getName().equals("name"));
    }

    private static Document parse(byte[] content, DocumentBuilderFactory factory)
            throws ParserConfigurationException, SAXException, IOException {
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        // All of it is looked at: making it a second time when it is, takes as long again.
        factory.setFeature("http://apache.org/xml/features/dom/defer-node-expansion", false);
        var builder = factory.newDocumentBuilder();
        // The usual one prints to the console.
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new ByteArrayInputStream(content));
    }

    /** All elements inside a document or another element, from its beginning to its end, however deep they are. */
    public static Stream<Element> descendants(Node around) {
        var elements = Stream.<Element>builder();
        for (var node = after(around, around); node != null; node = after(node, around)) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements.build();
    }

    /** What comes next in the file and is still inside. */
    private static @Nullable Node after(Node node, Node around) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (var last = node; last != null && last != around; last = last.getParentNode()) {
            if (last.getNextSibling() != null) {
                return last.getNextSibling();
            }
        }
        return null;
    }

    /** The engine's own parser, which comes later, takes its time for what is deep or has many elements. */
    private static void checkSize(byte[] content) throws SAXException, ParserConfigurationException, IOException {
        var factory = SAXParserFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        factory.newSAXParser().parse(new ByteArrayInputStream(content), new Size());
    }

    /** What another program reads in another encoding may not be what was looked at here. */
    private static void checkEncoding(byte[] content) throws SAXException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException e) {
            throw new SAXException(NOT_UTF_8);
        }
    }

    private static final class Size extends DefaultHandler {

        private int depth;
        private int elements;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            depth++;
            elements++;
            if (depth > DEEPEST) {
                throw new SAXException("It is nested more than " + DEEPEST + " levels deep.");
            }
            if (elements > MOST_ELEMENTS) {
                throw new SAXException("It has more than " + MOST_ELEMENTS + " elements.");
            }
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            depth--;
        }
    }

    /**
     * What the attributes of this name hold, without those that hold nothing. There can be more than one, as the engine
     * knows more than one namespace for its own.
     */
    public static Stream<String> values(Element element, String name) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> name.equals(attribute.getLocalName()))
                .map(Node::getNodeValue)
                .filter(value -> !value.isBlank());
    }

    /** The elements that stand in this one. */
    public static Stream<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /**
     * What the extension property of this name says, which people find under "Extension properties" in Camunda Modeler.
     */
    public static Stream<String> properties(Element element, String name) {
        return properties(element)
                .filter(property -> name.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value").strip());
    }

    /** What an element says of rights. */
    public static Said said(Element element) {
        return new Drawn(element);
    }

    private record Drawn(Element element) implements Said {

        @Override
        public Stream<String> attribute(String name) {
            return values(element, name);
        }

        @Override
        public Stream<String> property(String name) {
            return properties(element, name);
        }
    }

    /** The names of all its extension properties, each once. */
    public static Set<String> propertyNames(Element element) {
        return properties(element)
                .map(property -> property.getAttribute("name"))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Element> properties(Element element) {
        return children(element)
                .filter(child -> child.getLocalName().equals("extensionElements"))
                .flatMap(ModelXml::children)
                .filter(child -> child.getLocalName().equals("properties"))
                .flatMap(ModelXml::children)
                .filter(child -> child.getLocalName().equals("property"));
    }

    /** Whether an attribute of this name holds something. */
    public static boolean has(Element element, String name) {
        return values(element, name).findAny().isPresent();
    }

    /** What people call the element, or the nearest one around it that has a name or an id. */
    public static String nameOf(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            // Parameters and listeners have names or ids that nobody sees.
            if (around.getNamespaceURI() == null || !around.getNamespaceURI().contains("camunda.org")) {
                var name =
                        around.getAttribute("name").isBlank() ? around.getAttribute("id") : around.getAttribute("name");
                if (!name.isBlank()) {
                    return "\"" + name + "\"";
                }
            }
        }
        return "the file";
    }
}
