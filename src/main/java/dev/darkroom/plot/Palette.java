package dev.darkroom.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Colours that people with any kind of colour vision tell apart on white: Okabe and Ito 2008, "Color Universal Design",
 * with a grey instead of their yellow, which is too light for a line. Marks tell the lines apart in black and white.
 */
final class Palette {

    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x222222);
    static final Color QUIET = new Color(0x5A5A5A);
    static final Color GRID = new Color(0xE4E4E4);

    /** Of every line; the library draws a line piece by piece, so only round ends join. */
    static final BasicStroke STROKE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final Color[] LINES = {
        new Color(0x0072B2),
        new Color(0xD55E00),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0xE69F00),
        new Color(0x56B4E9),
        new Color(0x000000),
        new Color(0x8C8C8C)
    };

    private static final Marker[] MARKS = {
        SeriesMarkers.CIRCLE,
        SeriesMarkers.SQUARE,
        SeriesMarkers.TRIANGLE_UP,
        SeriesMarkers.DIAMOND,
        SeriesMarkers.TRIANGLE_DOWN
    };

    private Palette() {}

    /** Colour of the line of this number, 0 or more; they repeat after eight. */
    static Color colour(int line) {
        return LINES[line % LINES.length];
    }

    /** Mark of the line of this number. Eight colours and five marks have no common factor: 40 lines differ. */
    static Marker mark(int line) {
        return MARKS[line % MARKS.length];
    }
}
