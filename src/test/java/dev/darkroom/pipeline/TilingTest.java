package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.Tiling;
import dev.darkroom.golden.Deviation;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.worker.ModelLease;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TilingTest {

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PipelineFixture(scratch, null);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    /** Networks that halve the latent see only shifts by their whole factor. */
    @ParameterizedTest
    @EnumSource(Tiling.class)
    void aShiftedLatentDecodesToTheShiftedPictureWhereItTiles(Tiling tiling) throws InterruptedException {
        try (ModelLease lease = fixture.lease(EmbeddedModel.ID)) {
            ModelLease model = lease.tiling(tiling);
            LatentShape shape = new LatentShape(
                    model.latentShape(new dev.darkroom.generation.Size(64, 64)).channels(), 8, 8);
            float[] latent = normals(shape.size());
            float[] picture = model.decode(latent, shape);
            int factor = model.pictureSize(shape).width() / 8;
            for (int[] by : new int[][] {{2, 0}, {0, 4}, {6, 2}}) {
                float[] shifted = model.decode(shifted(latent, 8, 8, by[0], by[1]), shape);
                double error = Deviation.largest(
                        shifted, shifted(picture, 8 * factor, 8 * factor, by[0] * factor, by[1] * factor));
                boolean tiles = (by[0] == 0 || tiling == Tiling.X || tiling == Tiling.BOTH)
                        && (by[1] == 0 || tiling == Tiling.Y || tiling == Tiling.BOTH);
                if (tiles) {
                    assertThat(error).isLessThan(1e-4);
                } else {
                    assertThat(error).isGreaterThan(0.05);
                }
            }
            float[] encoded = model.encodePicture(picture, shape, new float[shape.size()]);
            float[] moved = model.encodePicture(
                    shifted(picture, 8 * factor, 8 * factor, 2 * factor, 2 * factor), shape, new float[shape.size()]);
            double error = Deviation.largest(moved, shifted(encoded, 8, 8, 2, 2));
            assertThat(error < 1e-4).isEqualTo(tiling == Tiling.BOTH);
        }
    }

    @Test
    void shiftedNoiseBecomesTheShiftedPicture() throws InterruptedException {
        GenerationRequest request = tiled(Tiling.BOTH, 3);
        Picture picture = decode(fixture.pipeline().generate(request, GenerationMonitor.none()));
        try (ModelLease lease = fixture.lease(EmbeddedModel.ID)) {
            ModelLease model = lease.tiling(Tiling.BOTH);
            LatentShape shape = model.latentShape(request.size());
            int factor = request.size().width() / shape.width();
            ImageNoise own = ImageNoise.of(request, 0, model::latentShape);
            ImageNoise moved = any -> () -> shifted(own.of(any).next(), shape.height(), shape.width(), 4, 8);
            Picture shifted = decode(new GenerationRun(request, model, GenerationMonitor.none())
                    .run(fixture.passes(request, model), index -> moved, fixture.print()));
            int largest = 0;
            for (int y = 0; y < request.size().height(); y++) {
                for (int x = 0; x < request.size().width(); x++) {
                    int fromX = Math.floorMod(x - 4 * factor, request.size().width());
                    int fromY = Math.floorMod(y - 8 * factor, request.size().height());
                    for (int c = 0; c < 3; c++) {
                        largest =
                                Math.max(largest, Math.abs(shifted.sample(x, y, c) - picture.sample(fromX, fromY, c)));
                    }
                }
            }
            assertThat(largest).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theSeamOfATilingPictureIsNoSharperThanItsInside() {
        double inside = 0;
        double seam = 0;
        double plain = 0;
        for (int seed = 1; seed <= 4; seed++) {
            Picture tiles = decode(fixture.pipeline().generate(tiled(Tiling.X, seed), GenerationMonitor.none()));
            Picture usual = decode(fixture.pipeline().generate(tiled(Tiling.NONE, seed), GenerationMonitor.none()));
            seam += step(tiles, tiles.size().width() - 1);
            plain += step(usual, usual.size().width() - 1);
            for (int x = 0; x + 1 < tiles.size().width(); x++) {
                inside += step(tiles, x) / (tiles.size().width() - 1);
            }
        }
        assertThat(seam).isLessThan(1.5 * inside).isLessThan(plain);
    }

    private static GenerationRequest tiled(Tiling tiling, long seed) {
        return GenerationRequestBuilder.builder(PipelineFixture.request("dpmpp_2m", seed, 1))
                .prompt("colourful hearts and stars on a blue background")
                .tiling(tiling)
                .build();
    }

    /** Mean difference of a column to the next one, around the border after the last. */
    private static double step(Picture picture, int column) {
        double sum = 0;
        int height = picture.size().height();
        for (int y = 0; y < height; y++) {
            for (int c = 0; c < 3; c++) {
                int next = picture.sample((column + 1) % picture.size().width(), y, c);
                sum += Math.abs(picture.sample(column, y, c) - next);
            }
        }
        return sum / height / 3;
    }

    private static Picture decode(Generation generation) {
        return new PictureDecoder(ImageLimits.defaults())
                .decode(generation.images().get(0).bytes());
    }

    /** [channels, height, width] moved right and down. */
    private static float[] shifted(float[] planes, int height, int width, int right, int down) {
        float[] moved = new float[planes.length];
        int area = height * width;
        for (int i = 0; i < planes.length; i++) {
            int y = Math.floorMod(i % area / width + down, height);
            int x = Math.floorMod(i % width + right, width);
            moved[i / area * area + y * width + x] = planes[i];
        }
        return moved;
    }

    private static float[] normals(int count) {
        Random random = new Random(4);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
