package dev.darkroom.denoise;

import java.util.List;

/** Replays the draws of a fixture; zeros once they are used up, for draws of weight zero. */
final class StoredNoise implements Noise {

    private final List<float[]> draws;
    private final int size;
    private int used;

    StoredNoise(List<float[]> draws, int size) {
        this.draws = draws;
        this.size = size;
    }

    @Override
    public float[] next() {
        return used < draws.size() ? draws.get(used++) : new float[size];
    }

    /** Whether all draws were asked for. */
    boolean usedUp() {
        return used == draws.size();
    }
}
