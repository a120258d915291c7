package dev.darkroom.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what a run tells; may cancel it before a given evaluation. */
final class RecordingMonitor implements GenerationMonitor {

    private final Map<Integer, List<float[]>> earlier;
    private final int cancelBefore;
    private final Map<Integer, TreeMap<Integer, float[]>> records = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Integer> steps = new ArrayList<>();
    private final List<byte[]> previews = new ArrayList<>();

    RecordingMonitor() {
        this(Map.of(), Integer.MAX_VALUE);
    }

    RecordingMonitor(Map<Integer, List<float[]>> earlier, int cancelBefore) {
        this.earlier = earlier;
        this.cancelBefore = cancelBefore;
    }

    /** New results by image. */
    Map<Integer, List<float[]>> records() {
        Map<Integer, List<float[]>> all = new TreeMap<>();
        records.forEach((index, results) -> all.put(index, List.copyOf(results.values())));
        return all;
    }

    int evaluations() {
        return records.values().stream().mapToInt(Map::size).sum();
    }

    synchronized List<Integer> steps() {
        return List.copyOf(steps);
    }

    synchronized List<byte[]> previews() {
        return List.copyOf(previews);
    }

    @Override
    public boolean cancelRequested() {
        return asked.getAndIncrement() >= cancelBefore;
    }

    @Override
    public synchronized void progress(int step, int all) {
        steps.add(step);
    }

    @Override
    public boolean previewWanted() {
        return true;
    }

    @Override
    public synchronized void preview(int index, byte[] jpeg) {
        previews.add(jpeg);
    }

    @Override
    public List<float[]> recorded(int index) {
        return earlier.getOrDefault(index, List.of());
    }

    @Override
    public void record(int index, int evaluation, float[] denoised) {
        records.computeIfAbsent(index, image -> new TreeMap<>()).put(evaluation, denoised.clone());
    }
}
