package dev.darkroom.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.training.world.DrawnWorld;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FittedExamplesTest {

    /** Pictures of three shapes in turn; the first pixel is the number. */
    private static final class Shapes implements ExampleSource {

        @Override
        public String description() {
            return "shapes";
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public ExampleReader open(long position) {
            return new ExampleReader() {
                private long next = position;

                @Override
                public Example next() throws IOException {
                    if (next == 1_000) {
                        throw new IOException("gone");
                    }
                    long number = next++;
                    Size size = List.of(new Size(64, 64), new Size(90, 40), new Size(30, 70))
                            .get((int) (number % 3));
                    byte[] samples = new byte[(int) size.pixels() * 3];
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = (byte) (i / 3 % size.width() * 2);
                    }
                    String caption = number % 2 == 0 ? "a ramp" : "dark on the left";
                    return new Example(Long.toString(number), Picture.rgb(size, samples), List.of(caption), Map.of());
                }

                @Override
                public long position() {
                    return next;
                }

                @Override
                public long skipped() {
                    return 0;
                }

                @Override
                public void close() {
                    next = 1_000;
                }
            };
        }
    }

    private final AspectBuckets buckets = AspectBuckets.around(64, 16, 2.5);

    @Test
    void bucketsHaveTheAreaAndTheMultiple() {
        assertThat(buckets.sizes()).contains(new Size(64, 64), new Size(80, 48), new Size(48, 80));
        assertThat(buckets.sizes()).allSatisfy(size -> {
            assertThat(size.pixels()).isLessThanOrEqualTo(64 * 64);
            assertThat(size.width() % 16 + size.height() % 16).isZero();
        });
        assertThat(buckets.nearest(new Size(1000, 1000))).isEqualTo(new Size(64, 64));
        assertThat(buckets.nearest(new Size(300, 500))).isEqualTo(new Size(48, 80));
    }

    @Test
    void aShareOfThePicturesHasTheShapeNearestToItsOwn() throws IOException {
        var mixed = new PictureSizes(new Size(64, 64), List.of(buckets, AspectBuckets.around(96, 16, 2.5)), 0.5);
        Map<Size, Integer> counts = new HashMap<>();
        try (ExampleReader reader = new FittedExamples(new Shapes(), mixed, 0, 1).open(0)) {
            for (int i = 0; i < 600; i++) {
                counts.merge(reader.next().picture().size(), 1, Integer::sum);
            }
        }
        assertThat(counts.keySet())
                .containsExactlyInAnyOrder(
                        new Size(64, 64),
                        new Size(96, 96),
                        new Size(80, 48),
                        new Size(144, 64),
                        new Size(48, 80),
                        new Size(64, 144));
        assertThat(counts.get(new Size(64, 64))).isBetween(300, 400);
        assertThat(counts.get(new Size(96, 96))).isBetween(30, 70);
    }

    @Test
    void sizesFollowFromTheSeedWhereverReadingBegins() throws IOException {
        var source =
                new FittedExamples(new Shapes(), new PictureSizes(new Size(64, 64), List.of(buckets), 0.5), 0.5, 1);
        try (ExampleReader reader = source.open(0)) {
            for (int i = 0; i < 7; i++) {
                reader.next();
            }
            try (ExampleReader resumed = source.open(reader.position())) {
                for (int i = 0; i < 20; i++) {
                    assertThat(resumed.next()).isEqualTo(reader.next());
                }
            }
        }
    }

    @Test
    void picturesAreMirroredUnlessACaptionSaysLeftOrRight() throws IOException {
        int mirrored = 0;
        try (ExampleReader reader =
                new FittedExamples(new Shapes(), PictureSizes.only(new Size(32, 32)), 0.5, 1).open(0)) {
            for (int i = 0; i < 60; i++) {
                Example example = reader.next();
                boolean darkLeft =
                        example.picture().sample(0, 0, 0) < example.picture().sample(31, 0, 0);
                mirrored += darkLeft ? 0 : 1;
                assertThat(darkLeft || example.captions().contains("a ramp")).isTrue();
            }
        }
        assertThat(mirrored).isBetween(8, 22);
    }

    @Test
    void coverCutsAroundTheMiddle() {
        byte[] samples = new byte[6 * 2 * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i / 3 % 6);
        }
        Picture middle =
                PictureFit.CROP.fit(Picture.rgb(new Size(6, 2), samples), new Size(2, 2), ResampleFilter.LANCZOS);

        assertThat(middle.sample(0, 0, 0)).isEqualTo(2);
        assertThat(middle.sample(1, 1, 2)).isEqualTo(3);
    }

    @Test
    void readingAheadGivesTheSameExamplesAndPositions() throws IOException {
        var world = new DrawnWorld(Curriculum.CORE, 3, new Size(32, 32));
        try (ExampleReader ahead = new ReadAhead(world.open(5), 4)) {
            for (int i = 5; i < 30; i++) {
                assertThat(ahead.position()).isEqualTo(i);
                assertThat(ahead.next()).isEqualTo(world.example(i));
            }
        }
    }

    @Test
    void readingAheadReportsWhatWentWrongEachTime() throws IOException {
        try (ExampleReader ahead = new ReadAhead(new Shapes().open(998), 8)) {
            ahead.next();
            ahead.next();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(ahead::next).isInstanceOf(IOException.class).hasRootCauseMessage("gone");
            }
            assertThat(ahead.position()).isEqualTo(1_000);
        }
    }
}
