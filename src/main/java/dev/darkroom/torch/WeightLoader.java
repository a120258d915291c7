package dev.darkroom.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hands a checkpoint's weights to a module, one after the other, after all of them were checked. Float32 and float16
 * weights are views of the mapped file; bfloat16 ones are widened, one at a time, since the engine's binding has no
 * such arrays.
 */
final class WeightLoader {

    private final Map<String, Checkpoint.Weight> weights = new LinkedHashMap<>();

    /**
     * @param expected what the network looks up
     * @param alias other names a tensor may have, tried in turn when the first is absent
     * @throws UnsupportedNetworkException if a weight is missing or has another shape
     */
    WeightLoader(Checkpoint checkpoint, ParameterShapes expected, List<UnaryOperator<String>> alias) {
        expected.byName().forEach((name, shape) -> {
            Checkpoint.Weight weight = find(checkpoint, name, alias);
            if (weight == null) {
                throw new UnsupportedNetworkException(checkpoint.source() + ": tensor " + name
                        + " is missing; the file is incomplete or belongs to another architecture");
            }
            ParameterShapes.check(name, shape, weight);
            weights.put(name, weight);
        });
    }

    /** A tensor by its name or, failing that, by another name that it may have; null if there is none. */
    static Checkpoint.@Nullable Weight find(Checkpoint checkpoint, String name, List<UnaryOperator<String>> aliases) {
        Checkpoint.Weight weight = checkpoint.weight(name);
        for (int i = 0; weight == null && i < aliases.size(); i++) {
            weight = checkpoint.weight(aliases.get(i).apply(name));
        }
        return weight;
    }

    /** Loads all; the returned buffers must outlive the module, which may look into them. */
    List<ByteBuffer> into(ScriptModule module) {
        List<ByteBuffer> held = new ArrayList<>();
        weights.forEach((name, weight) -> {
            try (Tensors tensors = new Tensors(module.device());
                    IValue key = IValue.from(name);
                    IValue value = IValue.from(tensor(tensors, weight, held))) {
                module.run("put", key, value).close();
            }
            MappedPages.release(weight.data());
        });
        module.run("fuse").close();
        return held;
    }

    private static PtNDArray tensor(Tensors tensors, Checkpoint.Weight weight, List<ByteBuffer> held) {
        return switch (weight.element()) {
            case BF16 -> tensors.view(widened(weight.data()), DataType.FLOAT32, weight.shape());
            case F16 -> tensors.view(held(weight, held), DataType.FLOAT16, weight.shape());
            case F32 -> tensors.view(held(weight, held), DataType.FLOAT32, weight.shape());
            case OTHER -> throw new IllegalStateException("checked before");
        };
    }

    private static ByteBuffer held(Checkpoint.Weight weight, List<ByteBuffer> held) {
        held.add(weight.data());
        return weight.data();
    }

    /** bfloat16 is the upper half of float32. */
    private static ByteBuffer widened(ByteBuffer halves) {
        ShortBuffer from = halves.duplicate().order(ByteOrder.nativeOrder()).asShortBuffer();
        int n = from.remaining();
        short[] narrow = new short[n];
        int[] wide = new int[n];
        from.get(narrow);
        for (int i = 0; i < n; i++) {
            wide[i] = narrow[i] << 16;
        }
        ByteBuffer bytes = ByteBuffer.allocateDirect(n * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asIntBuffer().put(wide);
        return bytes;
    }
}
