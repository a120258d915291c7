package dev.darkroom.denoise.schedule;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Options about sigmas that several scheduler classes share. */
final class SigmaOptions {

    private SigmaOptions() {}

    /** The sigma curve a configuration asks for; null for the model's own sigmas. */
    static @Nullable SigmaSchedule curve(SchedulerConfig config) {
        if (config.has("sigma_schedule")) {
            return SigmaSchedule.valueOf(config.text("sigma_schedule", "").toUpperCase(Locale.ROOT));
        }
        if (config.flag("use_karras_sigmas", false)) {
            return SigmaSchedule.KARRAS;
        }
        if (config.flag("use_exponential_sigmas", false) || config.flag("use_lu_lambdas", false)) {
            return SigmaSchedule.EXPONENTIAL;
        }
        return config.flag("use_beta_sigmas", false) ? SigmaSchedule.BETA : null;
    }

    /** Whether the run ends without noise, else at the smallest sigma. */
    static boolean endsAtZero(SchedulerConfig config) {
        String type = config.text("final_sigmas_type", "zero");
        return switch (type) {
            case "zero" -> true;
            case "sigma_min" -> false;
            default ->
                throw new IllegalArgumentException(
                        "final_sigmas_type \"" + type + "\" is not known; known are zero and sigma_min");
        };
    }
}
