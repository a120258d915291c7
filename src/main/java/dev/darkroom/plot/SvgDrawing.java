package dev.darkroom.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What is painted, as SVG. It has no inline styles, so that browsers show it under a strict content security policy,
 * too. Alone touches the library that writes SVG.
 */
final class SvgDrawing {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private static final int DECIMALS = 2;

    private SvgDrawing() {}

    /** The file; equal paintings give equal ones. */
    static String of(int width, int height, Consumer<Graphics2D> painting) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(DECIMALS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        painting.accept(graphics);
        Element svg = graphics.getRoot();
        svg.setAttribute("viewBox", "0 0 " + width + " " + height);
        SvgTidying.tidy(svg);
        StringWriter text = new StringWriter();
        try {
            graphics.stream(svg, text, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java runtime cannot make XML documents", e);
        }
    }
}
