package dev.darkroom.torch;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensor;
import dev.darkroom.golden.GoldenTensors;
import dev.darkroom.model.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * One file of cases and what it needs to run.
 *
 * @param cases the description
 * @param tensors inputs and outputs
 * @param checkpoint the network under test
 * @param report where results go
 */
record GoldenComponent(JsonNode cases, GoldenTensors tensors, Checkpoint checkpoint, GoldenReport report) {

    /** The number format in which every case is computed. */
    static final Placement PLACEMENT = new Placement(Device.CPU, Precision.FP32);

    static GoldenComponent read(GoldenFolder family, JsonNode cases, String folder, GoldenReport report) {
        Path checkpoint = family.path().resolve(folder);
        Path part = checkpoint.resolve(cases.path("component").asString());
        return new GoldenComponent(
                cases,
                family.tensors("components/" + cases.path("tensors").asString()),
                Component.open(Files.isDirectory(part) ? part : checkpoint),
                report);
    }

    GoldenTensor input(JsonNode goldenCase, String name) {
        return tensors.get(goldenCase.path("inputs").path(name).path("tensor").asString());
    }

    /** Compares one output; the case's name is the fixture's id and the output's name. */
    void check(JsonNode goldenCase, String output, float[] actual) {
        JsonNode expected = goldenCase.path("outputs").path(output);
        float[] values = tensors.floats(expected.path("tensor").asString());
        report.check(
                goldenCase.path("id").asString() + " " + output + " of " + checkpoint.source(),
                largestDifference(actual, values),
                expected.path("tolerance_abs").asDouble());
    }

    private static double largestDifference(float[] actual, float[] expected) {
        if (actual.length != expected.length) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            double difference = Math.abs((double) actual[i] - expected[i]);
            largest = difference <= largest ? largest : difference;
        }
        return largest;
    }
}
