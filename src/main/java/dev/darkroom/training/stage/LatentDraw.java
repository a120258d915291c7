package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.ExampleSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Chooses the latents of each batch, all of one shape: some new ones, the others seen before. For one thread. */
final class LatentDraw implements Closeable {

    private final TrainingSettings settings;
    private final DenoisingSettings own;
    private final DenoisingParts parts;
    private final LatentCache cache;
    private final ExampleReader reader;

    private LatentDraw(
            TrainingSettings settings,
            DenoisingSettings own,
            DenoisingParts parts,
            LatentCache cache,
            ExampleReader reader) {
        this.settings = settings;
        this.own = own;
        this.parts = parts;
        this.cache = cache;
        this.reader = reader;
    }

    /** Opens the cache of the run's folder, and the source where it stood. */
    static LatentDraw open(
            TrainingSettings settings, DenoisingSettings own, DenoisingParts parts, ExampleSource source, long position)
            throws IOException {
        String origin = source.description() + " through " + parts.vaeFolder() + " "
                + parts.autoencoder().channels() + " channels, factor "
                + parts.autoencoder().factor() + ", side "
                + settings.size()
                + (parts.alignment() == null
                        ? ""
                        : ", beside " + parts.alignment().origin());
        Size usual = new Size(settings.size(), settings.size());
        LatentCache cache = new LatentCache(settings.folder(), origin, parts, usual, position);
        return new LatentDraw(settings, own, parts, cache, source.open(position));
    }

    /** Encodes some more pictures, then chooses; a size as often as it has latents. */
    Chosen next(SplittableRandom random) throws IOException {
        int before = cache.size();
        int fresh = before < own.first() ? own.first() - before : own.fresh();
        while (cache.size() < Math.min(own.most(), before + fresh)) {
            cache.add(reader);
        }
        boolean one = cache.bySize().size() == 1;
        Size size = cache.pictureSize(one ? 0 : random.nextInt(cache.size()));
        List<Integer> alike = cache.bySize().getOrDefault(size, List.of());
        int[] chosen = IntStream.range(0, rows(size))
                .map(row -> {
                    int newest = alike.size() - 1 - row;
                    boolean isNew = before >= own.first() && newest >= 0 && alike.get(newest) >= before;
                    return alike.get(isNew ? newest : random.nextInt(alike.size()));
                })
                .toArray();
        return new Chosen(cache.shape(size), chosen);
    }

    /** As many as have the pixels of a batch at the usual size. */
    private int rows(Size size) {
        double usual = (double) settings.size() * settings.size();
        return (int) Math.max(1, Math.round(settings.batch() * usual / size.pixels()));
    }

    float[] latent(int index) throws IOException {
        return cache.latent(index);
    }

    /** What the classifier saw in the clean pictures, [B, g, g, F], as {@code features}; nothing if none looks at them. */
    Map<String, Values> features(Chosen chosen) throws IOException {
        Alignment alignment = parts.alignment();
        if (alignment == null) {
            return Map.of();
        }
        int rows = chosen.indices().length;
        float[] features = new float[rows * alignment.numbers()];
        for (int row = 0; row < rows; row++) {
            float[] own = cache.features(chosen.indices()[row]);
            System.arraycopy(own, 0, features, row * own.length, own.length);
        }
        return Map.of("features", new Values(features, alignment.shape(rows)));
    }

    List<String> captions(int index) {
        return cache.captions(index);
    }

    /** Where the source stands now. */
    long position() {
        return reader.position();
    }

    @Override
    public void close() throws IOException {
        cache.close();
        reader.close();
    }

    /**
     * Latents of one shape.
     *
     * @param shape [C, h, w]
     * @param indices in the cache
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Chosen(long[] shape, int[] indices) {

        /** Numbers of one latent. */
        int size() {
            return Math.toIntExact(shape[0] * shape[1] * shape[2]);
        }

        /** Numbers of one channel. */
        int plane() {
            return Math.toIntExact(shape[1] * shape[2]);
        }
    }
}
