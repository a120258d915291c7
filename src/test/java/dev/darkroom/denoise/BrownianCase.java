package dev.darkroom.denoise;

import dev.darkroom.denoise.noise.BrownianNoise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenTensors;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The draws of a Brownian tree, in the order of the fixture and one by one. */
final class BrownianCase {

    private BrownianCase() {}

    /** The largest error of any draw. */
    static double worst(JsonNode json, GoldenTensors tensors) {
        BrownianNoise together = noise(json);
        double worst = 0;
        for (int i = 0; i < json.path("pairs").size(); i++) {
            NoiseLevel from = level(json.path("pairs").path(i).path(0).asDouble());
            NoiseLevel to = level(json.path("pairs").path(i).path(1).asDouble());
            float[] expected = tensors.floats(json.path("id").asString() + "/noise." + i);
            worst = Math.max(worst, Deviation.largest(together.between(from, to), expected));
            worst = Math.max(worst, Deviation.largest(noise(json).between(from, to), expected));
        }
        return worst;
    }

    private static BrownianNoise noise(JsonNode json) {
        List<NoiseLevel> ends = List.of(
                level(json.path("sigma_max").asDouble()),
                level(json.path("sigma_min").asDouble()),
                level(0));
        Schedule schedule = Schedule.through(ends, BrownianCase::level);
        return new BrownianNoise(
                () -> {
                    throw new AssertionError("a draw without levels");
                },
                CpuGenerator::new,
                json.path("seed").asLong(),
                schedule,
                256);
    }

    private static NoiseLevel level(double sigma) {
        return Frame.VARIANCE_EXPLODING.level(0, sigma);
    }
}
