package dev.darkroom.plot;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Sheets that show schedules: beta, alpha-bar, log-SNR and sigma, several schedules over each other. */
public final class ScheduleSheets {

    /** Most points of a curve; more would not be seen. */
    private static final int POINTS = 180;

    private ScheduleSheets() {}

    /**
     * Something with levels.
     *
     * @param name what the legend calls it
     * @param levels how noisy it is, at equal steps
     */
    public record Named(String name, List<NoiseLevel> levels) {}

    /** Forward processes over the time of training. */
    public static Sheet variances(List<Named> schedules, String subtitle) {
        List<LevelCurve> curves =
                schedules.stream().map(ScheduleSheets::overTime).toList();
        return sheet(
                title("Variance schedule", curves),
                subtitle,
                curves,
                Axis.linear("training time t / T"),
                "β, variance that a step adds");
    }

    /** Sigma schedules over the steps of a run, noisiest first. */
    public static Sheet sigmas(List<Named> schedules, String subtitle) {
        List<LevelCurve> curves =
                schedules.stream().map(ScheduleSheets::overSteps).toList();
        return sheet(
                title("Sigma schedule", curves),
                subtitle,
                curves,
                Axis.linear("step of the run"),
                "β, variance that a step removes");
    }

    /** The levels that a run visits, the last one included. */
    public static List<NoiseLevel> visited(Schedule schedule) {
        List<NoiseLevel> levels = new ArrayList<>();
        for (int i = 0; i < schedule.size(); i++) {
            levels.add(schedule.from(i));
        }
        levels.add(schedule.to(schedule.size() - 1));
        return levels;
    }

    private static Sheet sheet(String title, String subtitle, List<LevelCurve> curves, Axis x, String beta) {
        return new Sheet(
                title,
                subtitle,
                List.of(
                        panel("Variance of a step", x, Axis.logarithmic(beta), curves, LevelCurve::beta),
                        panel("Signal left", x, Axis.linear("ᾱ, share of signal"), curves, LevelCurve::alphaBar),
                        panel("Signal-to-noise ratio", x, Axis.linear("log SNR, nats"), curves, LevelCurve::logSnr),
                        panel("Noise level", x, Axis.logarithmic("σ, noise to signal"), curves, LevelCurve::sigma)));
    }

    private static Panel panel(
            String title, Axis x, Axis y, List<LevelCurve> curves, Function<LevelCurve, Curve> quantity) {
        return new Panel(
                title,
                x,
                y,
                curves.stream()
                        .map(quantity)
                        .map(curve -> curve.thinned(POINTS))
                        .toList());
    }

    private static String title(String kind, List<LevelCurve> curves) {
        return curves.size() == 1 ? kind + ": " + curves.get(0).name() : kind + "s";
    }

    private static LevelCurve overSteps(Named schedule) {
        double[] x =
                IntStream.range(0, schedule.levels().size()).mapToDouble(i -> i).toArray();
        return new LevelCurve(schedule.name(), x, schedule.levels());
    }

    private static LevelCurve overTime(Named schedule) {
        int last = schedule.levels().size() - 1;
        double[] x = IntStream.rangeClosed(0, last)
                .mapToDouble(i -> (double) i / last)
                .toArray();
        return new LevelCurve(schedule.name(), x, schedule.levels());
    }
}
