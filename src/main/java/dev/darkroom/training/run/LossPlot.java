package dev.darkroom.training.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the loss over the updates, on a logarithmic axis: each line of the log, and a moving average of them. */
final class LossPlot {

    private static final double SMOOTHING = 0.95;

    private LossPlot() {}

    /** Does nothing while there are fewer than two points. */
    static void write(Path file, String title, Map<Long, Double> losses) throws IOException {
        List<Double> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        losses.forEach((step, loss) -> {
            if (loss > 0) {
                steps.add((double) step);
                values.add(loss);
            }
        });
        if (steps.size() < 2) {
            return;
        }
        XYChart chart = new XYChartBuilder()
                .width(900)
                .height(480)
                .title(title)
                .xAxisTitle("update")
                .yAxisTitle("loss")
                .build();
        chart.getStyler().setYAxisLogarithmic(true).setLegendVisible(true);
        line(chart.addSeries("loss", steps, values));
        line(chart.addSeries("smoothed", steps, smoothed(values)));
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }

    private static void line(XYSeries series) {
        series.setMarker(SeriesMarkers.NONE);
    }

    private static List<Double> smoothed(List<Double> values) {
        List<Double> smoothed = new ArrayList<>();
        double mean = 0;
        double weight = 0;
        for (double value : values) {
            mean = SMOOTHING * mean + (1 - SMOOTHING) * value;
            weight = SMOOTHING * weight + 1 - SMOOTHING;
            smoothed.add(mean / weight);
        }
        return smoothed;
    }
}
