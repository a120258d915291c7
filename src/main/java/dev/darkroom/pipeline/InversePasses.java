package dev.darkroom.pipeline;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Inversion;
import dev.darkroom.worker.ModelLease;
import java.util.List;
import java.util.Objects;

/** Picture to noise to picture: the schedule walked from its clean end to its noisy one, then as usual. */
final class InversePasses {

    private InversePasses() {}

    /**
     * Both passes.
     *
     * @param picture [3, height, width] flattened, -1 to 1, of the size that the shape stands for
     * @param back plan with the steps of the way to the noise
     * @param forth plan with the steps of the way from it
     * @param findings takes {@code psnr}, of the result to the picture in decibels, and {@code noise_std}, the deviation of
     *     the noise found, 1 for what the sampler usually starts from
     */
    static List<Pass> of(
            ModelLease model,
            LatentShape shape,
            float[] picture,
            Inversion task,
            SamplingPlan back,
            SamplingPlan forth,
            Findings findings) {
        findings.compareWith(picture);
        SamplingPlan inverse = back.inverse(task.iterations());
        Pass first = new Pass(
                shape,
                inverse,
                (plan, noise, before) -> model.encodePicture(picture, shape, new float[shape.size()]),
                new Telling(task.prompt(), task.guidance()));
        Pass second = new Pass(shape, forth, (plan, noise, before) -> {
            float[] found = Objects.requireNonNull(before, "there is no pass before");
            NoiseLevel level = plan.schedule().from(0);
            findings.put("noise_std", deviation(found) / Math.hypot(level.alpha(), level.sigma()));
            return found;
        });
        return List.of(first, second);
    }

    private static double deviation(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares / values.length);
    }
}
