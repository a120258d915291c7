package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplerOption;
import dev.darkroom.generation.SamplerOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What single samplers can be told: each within its limits. Whether the sampler takes it is the planner's to say. */
public final class SamplerOptionsCheck {

    private static final String FIELD = "sampler_options.";
    private static final double LARGEST_SIGMA = 100_000;
    private static final List<String> VARIANCES = List.of("fixed_small", "fixed_large");
    private static final List<String> SPACINGS = List.of("linspace", "leading", "trailing");

    private final FieldCheck check;

    SamplerOptionsCheck(FieldCheck check) {
        this.check = check;
    }

    SamplerOptions options(@Nullable SamplerOptions asked) {
        if (asked == null) {
            return SamplerOptions.NONE;
        }
        Double from = number("s_tmin", asked.churnMin(), 0, LARGEST_SIGMA);
        Double to = number("s_tmax", asked.churnMax(), 0, LARGEST_SIGMA);
        if (from != null && to != null && from > to) {
            check.error(FIELD + "s_tmin", "is " + from + "; it must not be above s_tmax, which is " + to);
        }
        return new SamplerOptions(
                whole("order", asked.order(), 1, 4),
                number("s_churn", asked.churn(), 0, 100),
                from,
                to,
                number("s_noise", asked.noiseScale(), 0, 2),
                check.word(FIELD + "variance_type", asked.variance(), VARIANCES),
                check.word(FIELD + "timestep_spacing", asked.spacing(), SPACINGS),
                number("shift", asked.shift(), 0.01, 100),
                number("snr", asked.snr(), 0.001, 1),
                whole("correct_steps", asked.correctSteps(), 0, 10),
                number("langevin_rate", asked.langevinRate(), 0.001, 1),
                whole("langevin_steps", asked.langevinSteps(), 1, 20),
                number("tolerance", asked.tolerance(), 1e-6, 0.1),
                number("time_difference", asked.timeDifference(), 0, 20));
    }

    /** What was said, as the planner takes it. */
    public static Map<SamplerOption, Object> said(SamplerOptions options) {
        Map<SamplerOption, Object> said = new EnumMap<>(SamplerOption.class);
        put(said, SamplerOption.ORDER, options.order());
        put(said, SamplerOption.S_CHURN, options.churn());
        put(said, SamplerOption.S_TMIN, options.churnMin());
        put(said, SamplerOption.S_TMAX, options.churnMax());
        put(said, SamplerOption.S_NOISE, options.noiseScale());
        put(said, SamplerOption.VARIANCE_TYPE, options.variance());
        put(said, SamplerOption.TIMESTEP_SPACING, options.spacing());
        put(said, SamplerOption.SHIFT, options.shift());
        put(said, SamplerOption.SNR, options.snr());
        put(said, SamplerOption.CORRECT_STEPS, options.correctSteps());
        put(said, SamplerOption.LANGEVIN_RATE, options.langevinRate());
        put(said, SamplerOption.LANGEVIN_STEPS, options.langevinSteps());
        put(said, SamplerOption.TOLERANCE, options.tolerance());
        put(said, SamplerOption.TIME_DIFFERENCE, options.timeDifference());
        return said;
    }

    private static void put(Map<SamplerOption, Object> said, SamplerOption option, @Nullable Object value) {
        if (value != null) {
            said.put(option, value);
        }
    }

    private @Nullable Integer whole(String name, @Nullable Integer value, int low, int high) {
        return value == null ? null : check.within(FIELD + name, value, low, high, low);
    }

    private @Nullable Double number(String name, @Nullable Double value, double low, double high) {
        return check.within(FIELD + name, value, low, high);
    }
}
