package dev.darkroom.torch;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights that a network looks up, with their shapes. Checked before any of them reaches native code. Not
 * thread-safe.
 */
final class ParameterShapes {

    private final Map<String, long[]> shapes = new LinkedHashMap<>();

    Map<String, long[]> byName() {
        return Collections.unmodifiableMap(shapes);
    }

    /** How many numbers they hold together. */
    long numbers() {
        return shapes.values().stream()
                .mapToLong(shape -> Arrays.stream(shape).reduce(1, Math::multiplyExact))
                .sum();
    }

    ParameterShapes add(String name, long... shape) {
        shapes.put(name, shape);
        return this;
    }

    ParameterShapes conv(String path, int in, int out, int kernel) {
        return add(path + ".weight", out, in, kernel, kernel).add(path + ".bias", out);
    }

    ParameterShapes linear(String path, int in, int out) {
        return matrix(path, in, out).add(path + ".bias", out);
    }

    /** A linear layer without bias. */
    ParameterShapes matrix(String path, int in, int out) {
        return add(path + ".weight", out, in);
    }

    ParameterShapes norm(String path, int width) {
        return add(path + ".weight", width).add(path + ".bias", width);
    }

    /** A residual block; {@code time} is the width of the time embedding, 0 for none. */
    ParameterShapes resnet(String path, int in, int out, int time) {
        norm(path + ".norm1", in).conv(path + ".conv1", in, out, 3);
        norm(path + ".norm2", out).conv(path + ".conv2", out, out, 3);
        if (time > 0) {
            linear(path + ".time_emb_proj", time, out);
        }
        return in == out ? this : conv(path + ".conv_shortcut", in, out, 1);
    }

    /** Attention over all pixels. */
    ParameterShapes pixelAttention(String path, int width) {
        norm(path + ".group_norm", width);
        for (String layer : List.of(".to_q", ".to_k", ".to_v", ".to_out.0")) {
            linear(path + layer, width, width);
        }
        return this;
    }

    /**
     * Compares with what a checkpoint holds.
     *
     * @throws UnsupportedNetworkException naming file and tensor
     */
    static void check(String name, long[] expected, Checkpoint.Weight weight) {
        problem(name, expected, weight).ifPresent(problem -> {
            throw new UnsupportedNetworkException(problem);
        });
    }

    /** What is wrong with a stored tensor, naming file and tensor; empty if nothing is. */
    static Optional<String> problem(String name, long[] expected, Checkpoint.Weight weight) {
        if (!Arrays.equals(squeeze(expected), squeeze(weight.shape()))) {
            return Optional.of(weight.file() + ": tensor " + name + " has shape " + Arrays.toString(weight.shape())
                    + ", but config.json says " + Arrays.toString(expected)
                    + "; the two files do not belong together");
        }
        return weight.element() == Checkpoint.Element.OTHER
                ? Optional.of(weight.file() + ": tensor " + name
                        + " is not stored as F32, F16 or BF16; convert the checkpoint to one of these")
                : Optional.empty();
    }

    /** A 1x1 convolution and a matrix are the same numbers. */
    private static long[] squeeze(long[] shape) {
        int dimensions = shape.length;
        while (dimensions > 2 && shape[dimensions - 1] == 1) {
            dimensions--;
        }
        return Arrays.copyOf(shape, dimensions);
    }
}
