package dev.darkroom.plot;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes of the SVG that the library writes one that browsers show under a strict content security policy, which knows
 * no inline styles: attributes say the same. Also shortens it, and names fonts that are there.
 */
final class SvgText {

    private static final Pattern STYLE = Pattern.compile(" style=\"([^\"]*)\"");
    private static final Pattern DECLARATION = Pattern.compile("([a-z-]+):([^;]*);?");
    private static final Pattern FAMILY = Pattern.compile("font-family=\"[^\"]*\"");
    private static final Pattern LONG_NUMBER = Pattern.compile("(\\d\\.\\d\\d)\\d+");
    private static final Pattern INDENT = Pattern.compile("\\n +");

    private static final Pattern LINE =
            Pattern.compile("<line (.*)x1=\"([^\"]*)\" x2=\"([^\"]*)\" y1=\"([^\"]*)\" y2=\"([^\"]*)\"/>");

    /** Families of nearly the same widths, so that texts fit where Java measured them. */
    private static final String FAMILIES = "font-family=\"'DejaVu Sans',Verdana,Geneva,Tahoma,sans-serif\"";

    private SvgText() {}

    static String plain(String svg) {
        String attributes = STYLE.matcher(svg).replaceAll(SvgText::attributes);
        String named = FAMILY.matcher(attributes).replaceAll(Matcher.quoteReplacement(FAMILIES));
        String rounded = LONG_NUMBER.matcher(named).replaceAll("$1");
        return joined(INDENT.matcher(rounded).replaceAll("\n"));
    }

    /** Lines that follow each other, each beginning where the one before ends, as one. */
    private static String joined(String svg) {
        StringBuilder text = new StringBuilder();
        String style = "";
        String end = "";
        for (String element : svg.split("\n", -1)) {
            Matcher line = LINE.matcher(element);
            boolean isLine = line.matches();
            boolean goesOn =
                    isLine && line.group(1).equals(style) && point(line, 2, 4).equals(end);
            if (!goesOn && !end.isEmpty()) {
                text.append("\"/>\n");
            }
            if (!isLine) {
                text.append(element).append('\n');
            } else if (goesOn) {
                text.append(' ').append(point(line, 3, 5));
            } else {
                text.append("<polyline ").append(line.group(1)).append("points=\"");
                text.append(point(line, 2, 4)).append(' ').append(point(line, 3, 5));
            }
            style = isLine ? line.group(1) : "";
            end = isLine ? point(line, 3, 5) : "";
        }
        return text.toString();
    }

    private static String point(Matcher line, int x, int y) {
        return line.group(x) + "," + line.group(y);
    }

    private static String attributes(MatchResult style) {
        String declarations = style.group(1).replace("&quot;", "'");
        return Matcher.quoteReplacement(DECLARATION.matcher(declarations).replaceAll(" $1=\"$2\""));
    }
}
