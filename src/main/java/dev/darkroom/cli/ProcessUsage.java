package dev.darkroom.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** What this process has used of the machine. Thread-safe. */
final class ProcessUsage {

    private static final Path STATUS = Path.of("/proc/self/status");

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Processor time of all threads. */
    long cpuNanos() {
        return system.getProcessCpuTime();
    }

    /** Since the process began. */
    Duration age() {
        return Duration.between(ProcessHandle.current().info().startInstant().orElseGet(Instant::now), Instant.now());
    }

    /** Largest resident set so far in MiB, native memory and mapped files included; empty where the system has no /proc. */
    OptionalLong peakResidentMib() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) >> 10)
                .findFirst();
    }
}
