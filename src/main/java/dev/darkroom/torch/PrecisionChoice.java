package dev.darkroom.torch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which precision is fastest on a device, measured once. */
final class PrecisionChoice {

    private static final Logger log = LoggerFactory.getLogger(PrecisionChoice.class);
    private static final int TRIES = 5;
    /** bf16 costs accuracy: it must be clearly faster. */
    private static final double CLEARLY = 0.8;

    private final Kernels kernels;
    private final Map<Device, Precision> measured = new ConcurrentHashMap<>();

    PrecisionChoice(Kernels kernels) {
        this.kernels = kernels;
    }

    Precision best(Device device) {
        return device.isCpu() ? measured.computeIfAbsent(device, this::measure) : Precision.FP16;
    }

    private Precision measure(Device device) {
        double single = milliseconds(new Placement(device, Precision.FP32));
        double brain = milliseconds(new Placement(device, Precision.BF16));
        log.debug("A probe takes {} ms in fp32, {} ms in bf16", single, brain);
        return brain < CLEARLY * single ? Precision.BF16 : Precision.FP32;
    }

    /** The fastest of a few runs: other work on the machine only ever adds time. */
    private double milliseconds(Placement placement) {
        double fastest = Double.POSITIVE_INFINITY;
        try (ScriptModule probe = kernels.probe(placement)) {
            for (int i = 0; i <= TRIES; i++) {
                long start = System.nanoTime();
                probe.run("forward").close();
                double time = (System.nanoTime() - start) / 1e6;
                fastest = i == 0 ? fastest : Math.min(fastest, time);
            }
        }
        return fastest;
    }
}
