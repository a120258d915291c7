package dev.darkroom.training.run;

import dev.darkroom.plot.Axis;
import dev.darkroom.plot.Curve;
import dev.darkroom.plot.Panel;
import dev.darkroom.plot.Sheet;
import dev.darkroom.plot.SheetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Draws the loss over the updates, on a logarithmic axis: each line of the log, and a moving average of them. */
final class LossPlot {

    private static final double SMOOTHING = 0.95;

    private LossPlot() {}

    /** Does nothing while there are fewer than two points. */
    static void write(Path file, String title, Map<Long, Double> losses) throws IOException {
        List<Map.Entry<Long, Double>> shown =
                losses.entrySet().stream().filter(entry -> entry.getValue() > 0).toList();
        if (shown.size() < 2) {
            return;
        }
        double[] updates = shown.stream().mapToDouble(Map.Entry::getKey).toArray();
        double[] values = shown.stream().mapToDouble(Map.Entry::getValue).toArray();
        Panel panel = new Panel(
                "Loss",
                Axis.linear("update"),
                Axis.logarithmic("loss"),
                List.of(new Curve("loss", updates, values), new Curve("smoothed", updates, smoothed(values))));
        Files.write(file, new SheetWriter().svg(new Sheet(title, "", List.of(panel))));
    }

    private static double[] smoothed(double[] values) {
        double[] smoothed = new double[values.length];
        double mean = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            mean = SMOOTHING * mean + (1 - SMOOTHING) * values[i];
            weight = SMOOTHING * weight + 1 - SMOOTHING;
            smoothed[i] = mean / weight;
        }
        return smoothed;
    }
}
