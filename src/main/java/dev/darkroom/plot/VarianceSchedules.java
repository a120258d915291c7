package dev.darkroom.plot;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.schedule.BetaSchedule;
import dev.darkroom.denoise.schedule.TrainingTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The forward processes that can be plotted: those that checkpoints were trained with, and those of the papers. */
public final class VarianceSchedules {

    private static final double BETA_MIN = 0.1;
    private static final double BETA_MAX = 20;
    private static final double SIGMA_MIN = 0.01;
    private static final double SIGMA_MAX = 50;
    private static final double SHIFT = 3;

    private static final List<VarianceSchedule> ALL = List.of(
            new VarianceSchedule(
                    "linear",
                    "Linear",
                    "Beta from 0.0001 to 0.02 in equal steps (Ho et al. 2020).",
                    List.of("ddpm"),
                    betas(BetaSchedule.LINEAR, 0.0001, 0.02)),
            new VarianceSchedule(
                    "scaled_linear",
                    "Scaled linear",
                    "The root of beta in equal steps, 0.00085 to 0.012: Stable Diffusion.",
                    List.of("stable_diffusion"),
                    betas(BetaSchedule.SCALED_LINEAR, 0.00085, 0.012)),
            new VarianceSchedule(
                    "cosine",
                    "Cosine",
                    "Alpha-bar a squared cosine (Nichol and Dhariwal 2021).",
                    List.of("squaredcos_cap_v2"),
                    betas(BetaSchedule.COSINE, 0, 0)),
            new VarianceSchedule(
                    "sigmoid",
                    "Sigmoid",
                    "Beta a sigmoid from 0.0001 to 0.02.",
                    List.of(),
                    betas(BetaSchedule.SIGMOID, 0.0001, 0.02)),
            new VarianceSchedule(
                    "laplace_variance",
                    "Laplace variance",
                    "Log-SNR distributed as Laplace (Hang et al. 2024).",
                    List.of("laplace"),
                    betas(BetaSchedule.LAPLACE, 0, 0)),
            new VarianceSchedule(
                    "exponential_variance",
                    "Exponential variance",
                    "Alpha-bar decays exponentially.",
                    List.of("exp", "exponential"),
                    betas(BetaSchedule.EXPONENTIAL, 0, 0)),
            new VarianceSchedule(
                    "zero_terminal_snr",
                    "Zero terminal SNR",
                    "Scaled linear, shifted and stretched so that no signal is left (Lin et al. 2023).",
                    List.of("ztsnr", "rescale_betas_zero_snr"),
                    steps -> levels(TrainingTable.ofBetas(BetaSchedule.SCALED_LINEAR.betas(steps, 0.00085, 0.012))
                            .withZeroTerminalSnr())),
            new VarianceSchedule(
                    "flow",
                    "Flow",
                    "A straight line from picture to noise (Lipman et al. 2023).",
                    List.of("rectified_flow"),
                    at(t -> new NoiseLevel(t, 1 - t, t))),
            new VarianceSchedule(
                    "flow_shift",
                    "Flow, shift 3",
                    "The same with more of the time at high noise (Esser et al. 2024).",
                    List.of("shift"),
                    at(t -> flow(t, SHIFT * t / (1 + (SHIFT - 1) * t)))),
            new VarianceSchedule(
                    "vp_sde",
                    "VP SDE",
                    "The variance-preserving SDE, beta 0.1 to 20 (Song et al. 2021).",
                    List.of("vp"),
                    at(t -> new NoiseLevel(t, preserved(t), Math.sqrt(1 - preserved(t) * preserved(t))))),
            new VarianceSchedule(
                    "sub_vp_sde",
                    "Sub-VP SDE",
                    "The SDE whose variance stays below that of VP (Song et al. 2021).",
                    List.of("sub_vp"),
                    at(t -> new NoiseLevel(t, preserved(t), 1 - preserved(t) * preserved(t)))),
            new VarianceSchedule(
                    "ve_sde",
                    "VE SDE",
                    "The variance-exploding SDE, sigma 0.01 to 50 (Song et al. 2021).",
                    List.of("ve"),
                    at(t -> new NoiseLevel(t, 1, SIGMA_MIN * Math.pow(SIGMA_MAX / SIGMA_MIN, t)))));

    private VarianceSchedules() {}

    /** All of them. */
    public static List<VarianceSchedule> all() {
        return ALL;
    }

    /** The schedule of a name or alias, however it is cased and spaced. */
    public static Optional<VarianceSchedule> find(String name) {
        String key = key(name);
        return ALL.stream()
                .filter(schedule -> key(schedule.name()).equals(key)
                        || key(schedule.title()).equals(key)
                        || schedule.aliases().stream()
                                .anyMatch(alias -> key(alias).equals(key)))
                .findFirst();
    }

    /** What a network was trained with; its number of timesteps is its own. */
    static List<NoiseLevel> levels(TrainingTable table) {
        ForwardProcess process = new ForwardProcess(table);
        return IntStream.rangeClosed(-1, table.size() - 1)
                .mapToObj(process::level)
                .toList();
    }

    private static IntFunction<List<NoiseLevel>> betas(BetaSchedule schedule, double start, double end) {
        return steps -> levels(TrainingTable.ofBetas(schedule.betas(steps, start, end)));
    }

    private static IntFunction<List<NoiseLevel>> at(DoubleFunction<NoiseLevel> level) {
        return steps -> IntStream.rangeClosed(0, steps)
                .mapToObj(i -> level.apply((double) i / steps))
                .toList();
    }

    private static NoiseLevel flow(double t, double sigma) {
        return new NoiseLevel(t, 1 - sigma, sigma);
    }

    /** What is left of the picture under the VP SDE: exp of minus half the integral of beta. */
    private static double preserved(double t) {
        return Math.exp(-0.5 * (BETA_MIN * t + (BETA_MAX - BETA_MIN) * t * t / 2));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
