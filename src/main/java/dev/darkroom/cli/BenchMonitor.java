package dev.darkroom.cli;

import dev.darkroom.pipeline.GenerationMonitor;
import java.util.ArrayList;
import java.util.List;

/** Times each evaluation of one picture. The pipeline asks for cancellation right before one and records right after it. */
final class BenchMonitor implements GenerationMonitor {

    private final ProcessUsage usage;
    private final List<Double> wallMillis = new ArrayList<>();
    private final List<Double> cpuMillis = new ArrayList<>();
    private long wallStart;
    private long cpuStart;

    BenchMonitor(ProcessUsage usage) {
        this.usage = usage;
    }

    /** Milliseconds of each evaluation. */
    List<Double> wallMillis() {
        return wallMillis;
    }

    /** Processor milliseconds of each evaluation, all threads. */
    List<Double> cpuMillis() {
        return cpuMillis;
    }

    @Override
    public boolean cancelRequested() {
        wallStart = System.nanoTime();
        cpuStart = usage.cpuNanos();
        return false;
    }

    @Override
    public void record(int index, int evaluation, float[] denoised) {
        wallMillis.add((System.nanoTime() - wallStart) / 1e6);
        cpuMillis.add((usage.cpuNanos() - cpuStart) / 1e6);
    }
}
