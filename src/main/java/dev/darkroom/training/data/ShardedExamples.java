package dev.darkroom.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Webdataset shards, streamed from the first byte to the last and shuffled on the way: each pass takes the shards in
 * an order of its own and draws examples from a buffer. Thread-safe.
 */
public final class ShardedExamples implements ExampleSource {

    private final List<Path> shards;
    private final long seed;
    private final ShuffleBuffer.Bounds buffer;

    private ShardedExamples(List<Path> shards, long seed, ShuffleBuffer.Bounds buffer) {
        this.shards = shards;
        this.seed = seed;
        this.buffer = buffer;
    }

    /**
     * Finds the shards.
     *
     * @param patterns paths with braces and wildcards ({@code data/{000000..000099}.tar}, {@code data/*.tar})
     * @param examplesInBuffer 1 reads in the order of the shards; 1,000 and more shuffle well
     * @throws IOException if a shard is missing
     */
    public static ShardedExamples open(List<String> patterns, long seed, int examplesInBuffer) throws IOException {
        List<Path> shards = new ArrayList<>();
        for (String pattern : patterns) {
            shards.addAll(ShardPattern.files(pattern));
        }
        if (shards.isEmpty()) {
            throw new IOException("no shards are named");
        }
        return new ShardedExamples(List.copyOf(shards), seed, ShuffleBuffer.Bounds.of(examplesInBuffer));
    }

    @Override
    public String description() {
        return shards.size() == 1 ? "shard " + shards.get(0).getFileName() : shards.size() + " shards";
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public ExampleReader open(long position) throws IOException {
        return new ShardsReader(this, buffer, position);
    }

    /** The shards in the order of a pass. */
    List<Path> order(long pass) {
        int[] order = new int[shards.size()];
        java.util.Arrays.setAll(order, i -> i);
        if (buffer.examples() > 1) {
            Dice.of(seed, pass).shuffle(order);
        }
        return java.util.Arrays.stream(order).mapToObj(shards::get).toList();
    }

    long seed() {
        return seed;
    }
}
