package dev.darkroom.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native engine, libtorch, started once for the process: offline, without telemetry, with graph optimisation off
 * (it makes these networks slower). Thread-safe; a lane that evaluates networks must be one thread per device.
 */
public final class TorchEngine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TorchEngine.class);

    private final EngineSettings settings;
    private final RowWorkers rows;
    private final Kernels kernels;
    private final PrecisionChoice precisions;

    private TorchEngine(EngineSettings settings) {
        this.settings = settings;
        this.rows = new RowWorkers(settings.threadsOrCores(), settings.rowThreadsOrHalf());
        this.kernels = Kernels.probe();
        this.precisions = new PrecisionChoice(kernels);
    }

    /**
     * Loads the native library.
     *
     * @throws EngineUnavailableException if it is missing or does not fit this machine; says what to do
     */
    public static TorchEngine start(EngineSettings settings) {
        for (String property : List.of("ai.djl.offline", "OPT_OUT_TRACKING")) {
            System.setProperty(property, "true");
        }
        NativeThreads.sleepSoon();
        if (settings.tuneAllocator()) {
            NativeAllocator.keepFreedBlocks();
        }
        try {
            Engine engine = Engine.getEngine("PyTorch");
            JniUtils.setGraphExecutorOptimize(false);
            NativeThreads.use(settings.threadsOrCores());
            log.debug("libtorch {} with {} threads", engine.getVersion(), settings.threadsOrCores());
        } catch (RuntimeException | LinkageError e) {
            throw new EngineUnavailableException(EngineFailure.explain(e), e);
        }
        return new TorchEngine(settings);
    }

    /**
     * The devices that a setting names.
     *
     * @param names {@code auto} (every GPU, else the CPU), {@code cpu}, or a list such as {@code cuda:0,cuda:1}
     * @throws IllegalArgumentException if a name is unknown or the machine lacks the device
     */
    public List<Device> devices(String names) {
        int gpus = gpuCount();
        List<Device> found = new ArrayList<>();
        if (names.strip().equals("auto")) {
            for (int i = 0; i < gpus; i++) {
                found.add(new Device(Device.Kind.CUDA, i));
            }
            return found.isEmpty() ? List.of(Device.CPU) : List.copyOf(found);
        }
        for (String name :
                Arrays.stream(names.split(",")).map(String::strip).distinct().toList()) {
            Device device = Device.parse(name);
            if (!device.isCpu() && device.index() >= gpus) {
                throw new IllegalArgumentException("device " + device + " is not there: this engine sees " + gpus
                        + " GPUs; use cpu or auto, or install libtorch with CUDA and a driver");
            }
            found.add(device);
        }
        return List.copyOf(found);
    }

    /**
     * The precision to compute in: what is asked for, {@code AUTO} resolved.
     *
     * @throws IllegalArgumentException if the device cannot compute in it
     */
    public Precision resolve(Precision asked, Device device) {
        if (asked == Precision.FP16 && device.isCpu()) {
            throw new IllegalArgumentException("fp16 needs a GPU; use fp32 or bf16 on a CPU");
        }
        return asked == Precision.AUTO ? precisions.best(device) : asked;
    }

    /** Threads that an evaluation of one large batch uses. */
    public int threads() {
        return settings.threadsOrCores();
    }

    /** Version of libtorch. */
    public String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }

    Kernels kernels() {
        return kernels;
    }

    /** Runs the tasks, each on few threads, side by side; answers in order. Called by one thread at a time. */
    <T> List<T> sideBySide(List<? extends Callable<T>> tasks) {
        return rows.run(tasks);
    }

    /** Lets the calling thread use all threads for what it evaluates next. */
    void useAllThreads() {
        NativeThreads.use(settings.threadsOrCores());
    }

    /** Ends the row workers. The native library stays loaded as long as the process. */
    @Override
    public void close() {
        rows.close();
    }

    private static int gpuCount() {
        return Engine.getEngine("PyTorch").hasCapability("CUDA") ? CudaUtils.getGpuCount() : 0;
    }

    /** Names and versions of the engine's parts. */
    public Map<String, String> versions() {
        return Map.of("libtorch", version(), "djl", Engine.getDjlVersion());
    }
}
