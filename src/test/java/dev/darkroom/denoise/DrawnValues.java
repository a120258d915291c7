package dev.darkroom.denoise;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.FloatFormat;
import dev.darkroom.golden.GoldenTensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One draw, as doubles and as the bytes whose hash the fixtures hold.
 *
 * @param numbers the values
 * @param bytes little-endian, in the stored type
 */
@SuppressWarnings("ArrayRecordComponent")
record DrawnValues(double[] numbers, byte[] bytes) {

    /** Draws what a fixture describes: operation, type, count. */
    static DrawnValues draw(JsonNode json, CpuGenerator generator) {
        int count = json.path("count").asInt(0);
        boolean wide = json.path("dtype").asString().equals("float64");
        return switch (json.path("op").asString()) {
            case "randn" -> wide ? of(generator.normalDoubles(count)) : of(generator.normals(count, format(json)));
            case "rand" -> wide ? of(generator.uniformDoubles(count)) : of(generator.uniforms(count, format(json)));
            case "randint" ->
                of(generator.integers(
                        count,
                        Long.parseLong(json.path("low").asString()),
                        Long.parseLong(json.path("high").asString())));
            case "randperm" -> of(generator.permutation(count));
            default -> throw new UnsupportedOperationException(json.path("op").asString());
        };
    }

    static DrawnValues of(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        double[] numbers = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            buffer.putFloat(values[i]);
            numbers[i] = values[i];
        }
        return new DrawnValues(numbers, buffer.array());
    }

    private static DrawnValues of(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return new DrawnValues(values, buffer.array());
    }

    private static DrawnValues of(long[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return new DrawnValues(Arrays.stream(values).asDoubleStream().toArray(), buffer.array());
    }

    /**
     * The error in units of the tolerance: float64 may be off by 1e-15 relative, everything else must hash to the stored
     * sum.
     */
    double error(JsonNode json, GoldenTensors tensors) {
        if (numbers.length == 0 || sha256().equals(json.path("sha256").asString())) {
            return 0;
        }
        boolean normalDouble = json.path("dtype").asString("").equals("float64")
                && json.path("op").asString().equals("randn");
        return normalDouble ? largestRelativeDifference(json, tensors) / 1e-15 : Double.POSITIVE_INFINITY;
    }

    /** Largest difference to the stored values: the whole tensor, or its head and tail. */
    double largestDifference(JsonNode json, GoldenTensors tensors) {
        double largest = 0;
        double[] stored = stored(json, tensors);
        for (int i = 0; i < stored.length; i++) {
            largest = Math.max(largest, Math.abs(stored[i] - here(i, stored.length)));
        }
        return largest;
    }

    private double largestRelativeDifference(JsonNode json, GoldenTensors tensors) {
        double largest = 0;
        double[] stored = stored(json, tensors);
        for (int i = 0; i < stored.length; i++) {
            largest = Math.max(largest, Math.abs((stored[i] - here(i, stored.length)) / stored[i]));
        }
        return largest;
    }

    private double here(int i, int stored) {
        boolean tail = stored < numbers.length && i >= stored / 2;
        return numbers[tail ? numbers.length - stored + i : i];
    }

    private static double[] stored(JsonNode json, GoldenTensors tensors) {
        if (json.has("tensor")) {
            return tensors.get(json.path("tensor").asString()).doubles();
        }
        double[] head = tensors.get(json.path("head").asString()).doubles();
        double[] tail = tensors.get(json.path("tail").asString()).doubles();
        double[] both = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, both, head.length, tail.length);
        return both;
    }

    private static FloatFormat format(JsonNode json) {
        return FloatFormat.valueOf(json.path("dtype").asString().toUpperCase(Locale.ROOT));
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
