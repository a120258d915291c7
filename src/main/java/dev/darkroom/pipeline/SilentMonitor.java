package dev.darkroom.pipeline;

import java.util.List;

/** Nobody listens. */
class SilentMonitor implements GenerationMonitor {

    @Override
    public boolean cancelRequested() {
        return false;
    }

    @Override
    public void progress(int step, int steps) {}

    @Override
    public boolean previewWanted() {
        return false;
    }

    @Override
    public void preview(int index, byte[] jpeg) {}

    @Override
    public List<float[]> recorded(int index) {
        return List.of();
    }

    @Override
    public void record(int index, int evaluation, float[] denoised) {}
}
