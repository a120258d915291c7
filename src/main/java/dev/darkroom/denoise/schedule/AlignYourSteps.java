package dev.darkroom.denoise.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * Schedules optimized for one model family: Sabour et al. 2024, <a href="https://arxiv.org/abs/2404.14507">arXiv:2404.14507</a>;
 * the eleven published levels, other step counts interpolated in log sigma.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum AlignYourSteps {
    SD15(
            14.6146412293,
            6.4745760956,
            3.8636745985,
            2.6946151520,
            1.8841921177,
            1.3943805092,
            0.9642583904,
            0.6523686016,
            0.3977456272,
            0.1515232662,
            0.0291671582),
    SDXL(
            14.6146412293,
            6.3184485287,
            3.7681790315,
            2.1811480769,
            1.3405244945,
            0.8620721141,
            0.5550693289,
            0.3798540708,
            0.2332364134,
            0.1114188177,
            0.0291671582),
    SD15_WEBUI(14.615, 6.475, 3.861, 2.697, 1.886, 1.396, 0.963, 0.652, 0.399, 0.152, 0.029),
    SDXL_WEBUI(14.615, 6.315, 3.771, 2.181, 1.342, 0.862, 0.555, 0.380, 0.234, 0.113, 0.029),
    SVD(700.00, 54.5, 15.886, 7.977, 4.248, 1.789, 0.981, 0.403, 0.173, 0.034, 0.002);

    private final List<Double> logLevels;

    AlignYourSteps(double... levels) {
        logLevels = Arrays.stream(levels).map(Math::log).boxed().toList();
    }

    /** That many levels, interpolated between the published ones. */
    double[] levels(int count) {
        return Arrays.stream(Grid.unit(count)).map(this::at).toArray();
    }

    /** {@code steps + 1} sigmas, the last one 0. */
    double[] sigmas(int steps) {
        double[] sigmas = levels(steps + 1);
        sigmas[steps] = 0;
        return sigmas;
    }

    private double at(double share) {
        double position = share * (logLevels.size() - 1);
        int low = Math.min((int) position, logLevels.size() - 2);
        return Math.exp(logLevels.get(low) + (position - low) * (logLevels.get(low + 1) - logLevels.get(low)));
    }
}
