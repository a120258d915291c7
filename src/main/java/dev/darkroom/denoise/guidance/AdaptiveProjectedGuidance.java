package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.NoiseLevel;
import java.util.List;

/**
 * Adaptive projected guidance: the part of the guidance that only oversaturates is damped, and the rest has momentum and
 * a bounded norm. Sadat et al. 2024, algorithm 1, <a href="https://arxiv.org/abs/2410.02416">arXiv:2410.02416</a>.
 * Remembers its direction, so each image and each run needs its own; not thread-safe.
 *
 * @param <C> what a row is conditioned on
 */
public final class AdaptiveProjectedGuidance<C> implements Guidance<C> {

    private final C conditional;
    private final C unconditional;
    private final Settings settings;
    private float[] running = {};

    /**
     * How strongly to guide.
     *
     * @param scale how far to go
     * @param eta share of the part along the conditional output that is kept, 0 to 1
     * @param normThreshold largest norm of the direction; 0 for no bound
     * @param momentum share of the direction before that is added; negative ones push away from it
     */
    public record Settings(double scale, double eta, double normThreshold, double momentum) {}

    public AdaptiveProjectedGuidance(C conditional, C unconditional, Settings settings) {
        this.conditional = conditional;
        this.unconditional = unconditional;
        this.settings = settings;
    }

    @Override
    public List<C> conditions(NoiseLevel level) {
        return List.of(unconditional, conditional);
    }

    @Override
    public float[] combine(List<float[]> outputs) {
        float[] wanted = outputs.get(1);
        float[] direction = LinearCombination.combine(1, wanted, -1, outputs.get(0));
        if (running.length > 0) {
            direction = LinearCombination.combine(1, direction, settings.momentum(), running);
        }
        running = direction;
        double limit = 1;
        if (settings.normThreshold() > 0) {
            limit = Math.min(1, settings.normThreshold() / Math.sqrt(Projection.dot(direction, direction)));
        }
        double along = Projection.share(direction, wanted);
        double strength = (settings.scale() - 1) * limit;
        return LinearCombination.combine(1 + strength * along * (settings.eta() - 1), wanted, strength, direction);
    }
}
