package dev.darkroom.training.stage;

import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Checkpoint;
import dev.darkroom.torch.Checkpoint.Weight;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.UnusableSettingsException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a checkpoint's weights as float32, to train them further. */
final class StoredWeights {

    private StoredWeights() {}

    /**
     * All weights of a network, by its own names.
     *
     * @param alias what else may stand before a name in the file
     * @throws UnusableSettingsException if one is missing or has another size
     */
    static Map<String, Values> read(Blueprint network, Checkpoint checkpoint, String alias) {
        Map<String, Values> weights = new LinkedHashMap<>();
        network.shapes().forEach((name, shape) -> {
            Weight weight = checkpoint.weight(name);
            weight = weight == null ? checkpoint.weight(alias + name) : weight;
            if (weight == null) {
                throw new UnusableSettingsException(checkpoint.source() + " lacks the weight " + name);
            }
            float[] numbers = numbers(weight);
            if (numbers.length != Arrays.stream(shape).reduce(1, Math::multiplyExact)) {
                throw new UnusableSettingsException(
                        checkpoint.source() + ": " + name + " has another shape than its" + " config.json says");
            }
            weights.put(name, new Values(numbers, shape));
        });
        return weights;
    }

    private static float[] numbers(Weight weight) {
        ByteBuffer data = weight.data().duplicate().order(ByteOrder.nativeOrder());
        if (weight.element() == Checkpoint.Element.F32) {
            float[] numbers = new float[data.remaining() / Float.BYTES];
            data.asFloatBuffer().get(numbers);
            return numbers;
        }
        float[] numbers = new float[data.remaining() / Short.BYTES];
        for (int i = 0; i < numbers.length; i++) {
            short bits = data.getShort(data.position() + i * Short.BYTES);
            numbers[i] = weight.element() == Checkpoint.Element.BF16 ? Float.intBitsToFloat(bits << 16) : half(bits);
        }
        return numbers;
    }

    /** IEEE 754 binary16 to binary32, exactly. */
    private static float half(short bits) {
        int exponent = bits >>> 10 & 0x1F;
        int mantissa = bits & 0x3FF;
        float magnitude = exponent == 0
                ? mantissa * 0x1p-24f
                : exponent == 0x1F
                        ? mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                        : Float.intBitsToFloat(exponent + 112 << 23 | mantissa << 13);
        return bits < 0 ? -magnitude : magnitude;
    }
}
