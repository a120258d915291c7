package dev.darkroom.plot;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Makes an SVG smaller, and its fonts those that viewers have. */
final class SvgTidying {

    /** Families of nearly the same widths, so that texts fit where Java measured them. */
    private static final String FAMILIES = "'DejaVu Sans',Verdana,Geneva,Tahoma,sans-serif";

    private static final String FAMILY = "font-family";
    private static final String POINTS = "points";

    private SvgTidying() {}

    /** Changes the element and what is in it. */
    static void tidy(Element element) {
        if (element.hasAttribute(FAMILY)) {
            element.setAttribute(FAMILY, FAMILIES);
        }
        Element curve = null;
        for (Node node = element.getFirstChild(); node != null; ) {
            Node next = node.getNextSibling();
            if (node instanceof Element child) {
                curve = child.getTagName().equals("line") ? joined(curve, child) : null;
                tidy(child);
            }
            node = next;
        }
    }

    /** The library draws a curve piece by piece: a line that begins where an equal one ends goes on with it. */
    private static Element joined(@Nullable Element curve, Element line) {
        String begin = taken(line, "x1") + "," + taken(line, "y1");
        String end = taken(line, "x2") + "," + taken(line, "y2");
        if (curve != null && goesOn(curve, begin) && styles(curve).equals(styles(line))) {
            curve.setAttribute(POINTS, curve.getAttribute(POINTS) + " " + end);
            line.getParentNode().removeChild(line);
            return curve;
        }
        Element first = line.getOwnerDocument().createElementNS(line.getNamespaceURI(), "polyline");
        styles(line).forEach(first::setAttribute);
        first.setAttribute(POINTS, begin + " " + end);
        line.getParentNode().replaceChild(first, line);
        return first;
    }

    private static String taken(Element line, String attribute) {
        String value = line.getAttribute(attribute);
        line.removeAttribute(attribute);
        return value;
    }

    private static boolean goesOn(Element curve, String point) {
        return curve.getAttribute(POINTS).endsWith(" " + point);
    }

    /** All attributes that do not say where it is. */
    private static Map<String, String> styles(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(attribute -> !attribute.getNodeName().equals(POINTS))
                .collect(Collectors.toMap(Node::getNodeName, Node::getNodeValue));
    }
}
