package dev.darkroom.training.data;

import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.ResampleFilter;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Another source's pictures brought to sizes to train with, some of them mirrored. A picture is never mirrored if a
 * caption says left or right. The drawn world needs neither: it draws at the size that is wanted, and its captions say
 * where things are. Thread-safe.
 */
public final class FittedExamples implements ExampleSource {

    private static final int CHANNELS = 3;
    private static final Pattern SIDES = Pattern.compile("\\b(left|right)\\b", Pattern.CASE_INSENSITIVE);

    private final ExampleSource source;
    private final PictureSizes sizes;
    private final double mirroredShare;
    private final long seed;

    /** @param mirroredShare 0 for none, 0.5 for every other */
    public FittedExamples(ExampleSource source, PictureSizes sizes, double mirroredShare, long seed) {
        if (mirroredShare < 0 || mirroredShare > 1) {
            throw new IllegalArgumentException("a share is between 0 and 1, not " + mirroredShare);
        }
        this.source = source;
        this.sizes = sizes;
        this.mirroredShare = mirroredShare;
        this.seed = seed;
    }

    @Override
    public String description() {
        return source.description();
    }

    @Override
    public OptionalLong size() {
        return source.size();
    }

    @Override
    public ExampleReader open(long position) throws IOException {
        ExampleReader reader = source.open(position);
        return new ExampleReader() {
            @Override
            public Example next() throws IOException {
                Example example = reader.next();
                return fitted(example, Dice.of(seed, reader.position()));
            }

            @Override
            public long position() {
                return reader.position();
            }

            @Override
            public long skipped() {
                return reader.skipped();
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    private Example fitted(Example example, Dice dice) {
        Picture picture = example.picture();
        Picture fitted = PictureFit.CROP.fit(picture, sizes.nearest(picture.size(), dice), ResampleFilter.LANCZOS);
        boolean sided = example.captions().stream()
                .anyMatch(caption -> SIDES.matcher(caption).find());
        return example.withPicture(dice.chance(mirroredShare) && !sided ? mirrored(fitted) : fitted);
    }

    /** Left and right exchanged. */
    private static Picture mirrored(Picture picture) {
        int width = picture.size().width();
        byte[] from = picture.samples();
        byte[] to = new byte[from.length];
        for (int pixel = 0; pixel < from.length / CHANNELS; pixel++) {
            int x = pixel % width;
            System.arraycopy(from, pixel * CHANNELS, to, (pixel - x + width - 1 - x) * CHANNELS, CHANNELS);
        }
        return Picture.rgb(picture.size(), to);
    }
}
