package dev.darkroom.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory that the Java heap's own metrics do not show: the whole process with libtorch's tensors and mapped weights, and
 * the models. Documented in docs/metrics.md.
 */
final class MemoryMetrics implements MeterBinder {

    private static final Path STATUS = Path.of("/proc/self/status");

    private final Workers workers;

    MemoryMetrics(Workers workers) {
        this.workers = workers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("darkroom.models.bytes", workers, MemoryMetrics::modelBytes)
                .baseUnit("bytes")
                .description("Estimated memory of the loaded models on all devices")
                .register(registry);
        if (Files.isReadable(STATUS)) {
            gauge(
                    registry,
                    "darkroom.process.resident",
                    "VmRSS:",
                    "Resident set of the process, mapped files included");
            gauge(
                    registry,
                    "darkroom.process.anonymous",
                    "RssAnon:",
                    "Resident memory that is no file: heap and native");
        }
    }

    private static void gauge(MeterRegistry registry, String name, String field, String description) {
        Gauge.builder(name, () -> bytes(field))
                .baseUnit("bytes")
                .description(description)
                .register(registry);
    }

    private static double modelBytes(Workers workers) {
        return workers.loaded().values().stream()
                .flatMap(List::stream)
                .mapToLong(Workers.LoadedOn::bytes)
                .sum();
    }

    /** NaN, which a registry leaves out, where the kernel does not say. */
    private static double bytes(String field) {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024.0)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }
}
