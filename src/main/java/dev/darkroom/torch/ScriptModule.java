package dev.darkroom.torch;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * One TorchScript module on a device. Methods may run on several threads at once as long as none of them changes the
 * module.
 */
final class ScriptModule implements AutoCloseable {

    private final String name;
    private final Device device;
    private final Model model;
    private final PtSymbolBlock block;

    ScriptModule(String name, byte[] archive, Device device) {
        this.name = name;
        this.device = device;
        this.model = Model.newInstance(name, device.djl(), "PyTorch");
        try {
            model.load(new ByteArrayInputStream(archive));
            this.block = (PtSymbolBlock) model.getBlock();
        } catch (IOException | MalformedModelException | RuntimeException e) {
            model.close();
            throw new TorchException(name + ": the network's source does not load: " + e.getMessage(), e);
        }
    }

    Device device() {
        return device;
    }

    /**
     * Runs a method. The caller closes the result.
     *
     * @throws DeviceOutOfMemoryException if the device has no room
     */
    IValue run(String method, IValue... arguments) {
        try {
            return IValueUtils.runMethod(block, method, arguments);
        } catch (RuntimeException e) {
            throw EngineFailure.of(name, e);
        }
    }

    /**
     * Runs a method so that gradients can flow; any other call makes tensors that autograd refuses.
     *
     * @param named arguments: an array {@code d.x} is the entry {@code x} of the argument {@code d}, a dict
     * @return the entries of the resulting dict, owned by the arrays' manager
     */
    NDList train(String method, NDList named) {
        NDList all = new NDList(named);
        try (NDArray choice = named.get(0).getManager().create(0f)) {
            choice.setName("module_method:" + method);
            all.add(choice);
            JniUtils.setGradMode(true);
            return IValueUtils.forward(block, all, true);
        } catch (RuntimeException e) {
            throw EngineFailure.of(name, e);
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    @Override
    public void close() {
        block.close();
        model.close();
    }
}
