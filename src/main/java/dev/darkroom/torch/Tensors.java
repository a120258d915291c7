package dev.darkroom.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors of one evaluation: everything it creates is freed with it. For one thread. */
final class Tensors implements AutoCloseable {

    private final Device device;
    private final PtNDManager manager;
    private final Map<String, PtNDArray> named = new LinkedHashMap<>();

    Tensors(Device device) {
        this.device = device;
        this.manager = (PtNDManager) NDManager.newBaseManager(device.djl(), "PyTorch");
    }

    PtNDArray floats(float[] values, long... shape) {
        if (!device.isCpu()) {
            return (PtNDArray) manager.create(FloatBuffer.wrap(values), new Shape(shape), DataType.FLOAT32);
        }
        PtNDArray array = (PtNDArray) manager.create(new Shape(shape), DataType.FLOAT32);
        array.toByteBuffer(true).asFloatBuffer().put(values); // a view of the tensor itself: no buffer waits for the GC
        return array;
    }

    PtNDArray longs(long[] values, long... shape) {
        return (PtNDArray) manager.create(values, new Shape(shape));
    }

    /** A tensor on the bytes of a direct buffer, not a copy on a CPU: the buffer must outlive it. */
    PtNDArray view(ByteBuffer direct, DataType type, long... shape) {
        return (PtNDArray) manager.create(direct, new Shape(shape), type);
    }

    /** Adds an entry to the dict that {@link #dict} returns. */
    Tensors put(String name, PtNDArray value) {
        named.put(name, value);
        return this;
    }

    /** {@code Dict[str, Tensor]} of what was put; the caller closes it. */
    IValue dict() {
        return IValue.stringMapFrom(named);
    }

    /** What was put, as entries of the argument {@code name} of a method that trains. */
    NDList entries(String name) {
        NDList entries = new NDList(named.size());
        named.forEach((key, value) -> {
            value.setName(name + '.' + key);
            entries.add(value);
        });
        return entries;
    }

    /** Copies a float32 result out. */
    float[] floats(IValue result) {
        try (NDArray array = result.toTensor(manager)) {
            return copy(array);
        }
    }

    /** Copies a float32 tensor out. */
    static float[] copy(NDArray array) {
        ByteBuffer bytes = array.toByteBuffer(true);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Override
    public void close() {
        manager.close();
    }
}
