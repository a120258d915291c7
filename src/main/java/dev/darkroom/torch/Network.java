package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A module with its weights. The weights may be views of mapped files, so it holds on to those until it is closed. One
 * thread at a time.
 */
final class Network implements AutoCloseable {

    /** An evaluation that takes more than this gets the memory that others have left behind. */
    private static final long LARGE = 256L << 20;

    private final TorchEngine engine;
    private final ScriptModule module;
    private final List<ByteBuffer> mapped;
    private final long bytes;

    private Network(TorchEngine engine, ScriptModule module, List<ByteBuffer> mapped, long bytes) {
        this.engine = engine;
        this.module = module;
        this.mapped = mapped;
        this.bytes = bytes;
    }

    /**
     * Checks the weights, then loads source and weights.
     *
     * @param source file name of the network's TorchScript source
     * @param aliases other names that its tensors may have
     */
    static Network open(
            TorchEngine engine,
            Checkpoint checkpoint,
            Placement placement,
            String source,
            Map<String, Attribute> attributes,
            ParameterShapes parameters,
            List<UnaryOperator<String>> aliases) {
        WeightLoader weights = new WeightLoader(checkpoint, parameters, aliases);
        List<String> sources = new ArrayList<>(engine.kernels().sources(placement));
        sources.addAll(List.of("layers.py", source));
        byte[] archive = ScriptArchive.of(sources, attributes);
        ScriptModule module = new ScriptModule(checkpoint.source(), archive, placement.device());
        engine.useAllThreads();
        try {
            long bytes = parameters.numbers() * placement.precision().bytes();
            List<ByteBuffer> mapped = weights.into(module);
            NativeAllocator.returnFreedBlocks();
            return new Network(engine, module, mapped, bytes);
        } catch (RuntimeException e) {
            module.close();
            throw e;
        }
    }

    Device device() {
        return module.device();
    }

    TorchEngine engine() {
        return engine;
    }

    /** Bytes of the weights in the compute precision. */
    long weightBytes() {
        return bytes;
    }

    /** Runs a method on all threads; the caller closes the result. */
    IValue run(String method, IValue... arguments) {
        engine.useAllThreads();
        return module.run(method, arguments);
    }

    /**
     * The same for a method that takes so many bytes beside the weights. If they are many, what other evaluations have
     * freed goes back to the system before, and what this one has freed after it, so that their peaks do not add up.
     */
    IValue run(long memory, String method, IValue... arguments) {
        boolean large = device().isCpu() && memory > LARGE;
        if (large) {
            NativeAllocator.returnFreedBlocks();
        }
        try {
            return run(method, arguments);
        } finally {
            if (large) {
                NativeAllocator.returnFreedBlocks();
            }
        }
    }

    /** Runs a method on as many threads as the calling thread has been given; the caller closes the result. */
    IValue runHere(String method, IValue... arguments) {
        return module.run(method, arguments);
    }

    @Override
    public void close() {
        module.close();
        mapped.clear();
    }
}
