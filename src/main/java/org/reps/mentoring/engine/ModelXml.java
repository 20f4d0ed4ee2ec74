package org.reps.mentoring.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A diagram or decision as it is deployed, before the engine has made anything of it. */
final class ModelXml {

    private ModelXml() {}

    /** All elements, from the beginning to the end of the file. */
    static Stream<Element> elements(byte[] content) throws SAXException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // The usual one prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            var all = builder.parse(new ByteArrayInputStream(content)).getElementsByTagName("*");
            return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the attributes of this name hold, without those that hold nothing. There can be more than one, as the engine
     * knows more than one namespace for its own.
     */
    static Stream<String> values(Element element, String name) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> name.equals(attribute.getLocalName()))
                .map(Node::getNodeValue)
                .filter(value -> !value.isBlank());
    }

    static boolean has(Element element, String name) {
        return values(element, name).findAny().isPresent();
    }

    /** What people call the element, or the nearest one around it that has a name or an id. */
    static String nameOf(Element element) {
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
