package dev.darkroom.denoise.noise;

/**
 * How many threads of a GPU draw at once; beyond one wave the order of a large draw depends on it.
 *
 * @param processors streaming multiprocessors; 0 for no bound
 * @param threadsPerProcessor resident threads of each
 */
public record GpuWave(int processors, int threadsPerProcessor) {

    /** Every draw fits into one wave. */
    public static final GpuWave UNBOUNDED = new GpuWave(0, 0);

    /** How many of the wanted blocks run at once. */
    long blocks(int wanted, int blockThreads) {
        return processors == 0 ? wanted : Math.min(wanted, processors * (threadsPerProcessor / blockThreads));
    }
}
