package dev.darkroom.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A panel as a chart of the plotting library, in the sheet's style. */
final class PanelChart {

    /** The family that every Java runtime has; {@link SheetWriter} tells SVG viewers what it looks like. */
    static final String FAMILY = Font.SANS_SERIF;

    private static final Font TITLE = new Font(FAMILY, Font.BOLD, 16);
    private static final Font AXIS = new Font(FAMILY, Font.PLAIN, 14);
    private static final Font TICKS = new Font(FAMILY, Font.PLAIN, 13);
    static final int MARKER = 7;
    /** Marks of a curve of many points, and most points that all have one. */
    private static final int MARKS = 6;

    private static final int MOST_MARKS = 60;
    private static final double WIDE = 1e4;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double LARGEST_PLAIN = 1000;
    private static final double SMALLEST_PLAIN = 0.001;

    private PanelChart() {}

    /** @param names of all curves of the sheet, whose order gives the colours */
    static XYChart of(Panel asked, List<String> names, int width, int height) {
        boolean wide = isWide(asked);
        Panel panel = wide ? powers(asked) : asked;
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .theme(ChartTheme.XChart)
                .title(panel.title())
                .xAxisTitle(panel.x().title())
                .yAxisTitle(panel.y().title())
                .build();
        style(chart.getStyler(), panel);
        if (wide) {
            chart.getStyler().setYAxisTickLabelsFormattingFunction(exponent -> label(Math.pow(10, exponent)));
        }
        for (Curve curve : panel.curves()) {
            add(chart, panel, curve, names.indexOf(curve.name()));
        }
        roundTicks(chart, panel.curves().get(0));
        return chart;
    }

    /** Whether a logarithmic axis has so many decades that lines between them would be a thicket. */
    private static boolean isWide(Panel panel) {
        DoubleSummaryStatistics y = panel.curves().stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.y()))
                .filter(value -> shows(panel.y(), value))
                .summaryStatistics();
        return panel.y().logarithmic() && y.getMax() / y.getMin() >= WIDE;
    }

    /** The same panel with exponents of ten instead of values. */
    private static Panel powers(Panel panel) {
        List<Curve> curves = panel.curves().stream()
                .map(curve -> new Curve(
                        curve.name(),
                        curve.x(),
                        DoubleStream.of(curve.y()).map(Math::log10).toArray()))
                .toList();
        return new Panel(panel.title(), panel.x(), Axis.linear(panel.y().title()), curves);
    }

    private static void style(XYStyler style, Panel panel) {
        style.setLocale(Locale.ROOT);
        style.setLegendVisible(false);
        style.setAntiAlias(true);
        style.setTextAntiAlias(true);
        style.setChartBackgroundColor(Palette.PAPER);
        style.setPlotBackgroundColor(Palette.PAPER);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(Palette.GRID);
        style.setPlotGridLinesStroke(new BasicStroke(0.8f));
        style.setChartFontColor(Palette.INK);
        style.setAxisTickLabelsColor(Palette.QUIET);
        style.setAxisTickMarksColor(Palette.QUIET);
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(TITLE);
        style.setAxisTitleFont(AXIS);
        style.setAxisTickLabelsFont(TICKS);
        style.setChartPadding(8);
        style.setMarkerSize(MARKER);
        style.setPlotContentSize(0.96);
        style.setXAxisTickMarkSpacingHint(80);
        style.setYAxisTickMarkSpacingHint(48);
        style.setYAxisLogarithmicDecadeOnly(true);
        style.setXAxisLogarithmic(panel.x().logarithmic());
        style.setYAxisLogarithmic(panel.y().logarithmic());
        style.setXAxisTickLabelsFormattingFunction(PanelChart::label);
        style.setYAxisTickLabelsFormattingFunction(PanelChart::label);
        double[] x = panel.curves().stream()
                .flatMapToDouble(curve -> DoubleStream.of(curve.x()))
                .toArray();
        style.setXAxisMin(Arrays.stream(x).min().orElse(0));
        style.setXAxisMax(Arrays.stream(x).max().orElse(1));
    }

    private static void add(XYChart chart, Panel panel, Curve curve, int number) {
        int[] shown = IntStream.range(0, curve.x().length)
                .filter(i -> shows(panel.x(), curve.x()[i]) && shows(panel.y(), curve.y()[i]))
                .toArray();
        if (shown.length == 0) {
            return;
        }
        XYSeries line = series(chart, curve.name(), curve, shown);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(Palette.colour(number));
        line.setLineStyle(Palette.STROKE);
        XYSeries marks = series(chart, curve.name() + " marks", curve, marked(shown, number));
        marks.setLineStyle(SeriesLines.NONE);
        marks.setMarker(Palette.mark(number));
        marks.setMarkerColor(Palette.colour(number));
    }

    private static XYSeries series(XYChart chart, String name, Curve curve, int[] shown) {
        double[] x = Arrays.stream(shown).mapToDouble(i -> curve.x()[i]).toArray();
        double[] y = Arrays.stream(shown).mapToDouble(i -> curve.y()[i]).toArray();
        return chart.addSeries(name, x, y);
    }

    /** All points of a curve of few points; of another a few, each curve's elsewhere. */
    private static int[] marked(int[] shown, int number) {
        if (shown.length <= MOST_MARKS) {
            return shown;
        }
        int stride = shown.length / MARKS;
        int first = stride / 4 + number * stride / 5 % stride;
        return IntStream.iterate(first, i -> i < shown.length, i -> i + stride)
                .map(i -> shown[i])
                .toArray();
    }

    /**
     * Where abscissae are equally spaced the library labels every one or every n-th of them, whatever the number; a
     * point between the first two, which is not drawn, brings it to round numbers.
     */
    private static void roundTicks(XYChart chart, Curve curve) {
        if (curve.x().length > 1) {
            double between = curve.x()[0] + (curve.x()[1] - curve.x()[0]) / Math.E;
            double y = Arrays.stream(curve.y()).filter(Double::isFinite).max().orElse(1);
            XYSeries unseen = chart.addSeries("ticks", new double[] {between}, new double[] {y});
            unseen.setLineStyle(SeriesLines.NONE);
            unseen.setMarker(SeriesMarkers.NONE);
        }
    }

    private static boolean shows(Axis axis, double value) {
        return Double.isFinite(value) && (!axis.logarithmic() || value > 0);
    }

    /** Numbers as people write them: 0.5, 1000, and powers of ten where plain digits would be long. */
    static String label(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size > LARGEST_PLAIN || size < SMALLEST_PLAIN)) {
            double exponent = Math.floor(Math.log10(size) + 1e-9);
            double mantissa = value / Math.pow(10, exponent);
            String power = power((int) exponent);
            return Math.abs(mantissa - 1) < 1e-6 ? power : label(mantissa) + "·" + power;
        }
        String digits = String.format(Locale.ROOT, "%.3f", value);
        return digits.replaceAll("\\.?0+$", "");
    }

    private static String power(int exponent) {
        return "10"
                + Integer.toString(exponent)
                        .chars()
                        .mapToObj(digit -> String.valueOf(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0')))
                        .collect(Collectors.joining());
    }
}
