package dev.darkroom.pipeline;

import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.guidance.AdaptiveProjectedGuidance;
import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.IntervalGuidance;
import dev.darkroom.denoise.guidance.PerpendicularGuidance;
import dev.darkroom.denoise.guidance.ZeroStarGuidance;
import dev.darkroom.generation.GuidanceOptions;
import dev.darkroom.generation.GuidanceOptions.Apg;
import dev.darkroom.generation.GuidanceOptions.Interval;
import dev.darkroom.torch.Condition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which guidance a request means.
 *
 * @param options beyond the scale; null for plain classifier-free guidance
 * @param scale how far to go
 * @param rescale 0 to 1, for plain guidance
 */
record Guides(@Nullable GuidanceOptions options, double scale, double rescale) {

    /** Whether the empty prompt is evaluated beside the negative one. */
    boolean needsEmptyPrompt() {
        return options != null && options.perpNeg() != null && scale > 1;
    }

    /**
     * The guidance of a call.
     *
     * @param negative what it is led away from
     * @param empty the empty prompt; null where it is not needed
     * @param schedule of the pass
     */
    Guidance<Condition> of(Condition positive, Condition negative, @Nullable Condition empty, Schedule schedule) {
        if (options == null || scale <= 1) {
            return new ClassifierFreeGuidance<>(positive, negative, scale, rescale);
        }
        Guidance<Condition> guidance = guidance(options, positive, negative, empty);
        Interval interval = options.interval();
        return interval == null
                ? guidance
                : new IntervalGuidance<>(
                        positive, guidance, ratio(schedule, interval.end()), ratio(schedule, interval.start()));
    }

    private Guidance<Condition> guidance(
            GuidanceOptions chosen, Condition positive, Condition negative, @Nullable Condition empty) {
        Apg apg = chosen.apg();
        if (apg != null) {
            double eta = Objects.requireNonNullElse(apg.eta(), 0.0);
            double threshold = Objects.requireNonNullElse(apg.normThreshold(), 0.0);
            return new AdaptiveProjectedGuidance<>(
                    positive, negative, new AdaptiveProjectedGuidance.Settings(scale, eta, threshold, 0));
        }
        if (chosen.perpNeg() != null && empty != null) {
            return new PerpendicularGuidance<>(positive, empty, negative, scale, chosen.perpNeg());
        }
        return chosen.zeroStar()
                ? new ZeroStarGuidance<>(positive, negative, scale)
                : new ClassifierFreeGuidance<>(positive, negative, scale, rescale);
    }

    /** Noise-to-signal ratio of the first step that begins at or after a share of the schedule. */
    private static double ratio(Schedule schedule, double share) {
        int step = (int) Math.ceil(share * schedule.size() - 1e-9);
        if (step == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return step >= schedule.size()
                ? 0
                : schedule.from(step).sigma() / schedule.from(step).alpha();
    }
}
