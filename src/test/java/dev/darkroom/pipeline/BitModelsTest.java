package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.Resample;
import dev.darkroom.generation.SamplerOptions;
import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.Tiles;
import dev.darkroom.training.icons.DrawnIcon;
import dev.darkroom.training.icons.IconSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bit diffusion from request to file: labels, self-conditioning, palette, cells, masks, films. */
class BitModelsTest {

    private static final PictureDecoder DECODER = new PictureDecoder(ImageLimits.defaults());

    @TempDir
    static Path scratch;

    private static @Nullable PipelineFixture opened;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(BitModel.present(), "the network is absent from this set of fixtures");
        BitModel.write(scratch.resolve("served"));
        opened = new PipelineFixture(scratch, scratch.resolve("served"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (opened != null) {
            opened.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 48, 256, 512})
    void cellsAreTheSameAtEverySizeInColoursOfThePaletteAlone(int side) {
        Picture picture = draw(label("two").width(side).build());
        assertThat(picture.size()).isEqualTo(new Size(side, side));
        assertThat(DrawnIcon.of(picture))
                .isEqualTo(DrawnIcon.of(draw(label("two").build())));
    }

    @Test
    void labelGuidanceGuessAndIntervalMakeADifference() {
        byte[] usual = first(label("two"));
        assertThat(first(label("two"))).isEqualTo(usual);
        assertThat(first(label("three"))).isNotEqualTo(usual);
        assertThat(first(label(null))).isNotEqualTo(usual);
        assertThat(first(label("two").guidanceScale(1.0))).isNotEqualTo(usual);
        assertThat(first(label("two").samplerOptions(ahead(4)))).isNotEqualTo(usual);
        assertThat(first(label("two").seed(2L))).isNotEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ddim", "ddpm", "dpmpp_2m", "euler_ancestral", "heun"})
    void otherSamplersDrawCellsOfThePaletteToo(String sampler) {
        DrawnIcon.of(draw(label("two").sampler(sampler).steps(6).build()));
    }

    @Test
    void bytesDoNotDependOnWhatElseIsInTheBatch() throws Exception {
        byte[] alone = first(label("four"));
        ExecutorService jobs = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> runs = new ArrayList<>();
            for (String label : List.of("four", "one", "two", "three")) {
                runs.add(() -> first(label(label).count(2)));
            }
            List<Future<byte[]>> results = jobs.invokeAll(runs);
            assertThat(results.get(0).get()).isEqualTo(alone);
            assertThat(results.get(1).get()).isNotEqualTo(alone);
        } finally {
            jobs.shutdownNow();
        }
    }

    @Test
    void anInterruptedRunGoesOnWithItsLastGuess() {
        GenerationRequest request = fixture().resolve(label("five").build());
        RecordingMonitor whole = new RecordingMonitor();
        byte[] expected = bytes(fixture().pipeline().generate(request, whole));
        Map<Integer, List<float[]>> first = Map.of(0, whole.records().get(0).subList(0, 7));
        RecordingMonitor resumed = new RecordingMonitor(first, Integer.MAX_VALUE);
        assertThat(bytes(fixture().pipeline().generate(request, resumed))).isEqualTo(expected);
        assertThat(resumed.evaluations()).isEqualTo(whole.evaluations() - 7);
        assertThat(whole.previews())
                .hasSize(20)
                .allSatisfy(preview -> assertThat(preview).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void whatAMaskLeavesStaysCellForCell(int jumps) {
        Picture before = draw(label("one").build());
        Resample.Draft resample = jumps == 0 ? null : new Resample.Draft(5, jumps);
        Picture painted = draw(label("six")
                .seed(9L)
                .image(MaskPictures.inline(before))
                .mask(MaskPictures.inline(MaskPictures.box(256, 256, 128, 0, 256, 256)))
                .strength(1.0)
                .inpaint(new Inpainting.Draft(0, null, null, null, null, resample))
                .build());
        int[] kept = DrawnIcon.of(before).cells();
        int[] after = DrawnIcon.of(painted).cells();
        for (int i = 0; i < kept.length; i++) {
            if (i % IconSet.SIDE < IconSet.SIDE / 2) {
                assertThat(after[i]).isEqualTo(kept[i]);
            }
        }
        assertThat(after).isNotEqualTo(kept);
    }

    @Test
    void aPictureOfTheModelGoesThroughItUnchangedWhereNoStepIsRun() {
        Picture icon = draw(label("one").build());
        Picture again =
                draw(label("one").image(MaskPictures.inline(icon)).strength(0.0).build());
        assertThat(again).isEqualTo(icon);
    }

    @Test
    void aFilmShowsCellsFromTheFirstStepToTheLast() {
        Generation generation = fixture()
                .pipeline()
                .generate(fixture().resolve(label("one").trajectory(true).build()), GenerationMonitor.none());
        Generation.Film film = generation.films().get(0);
        List<Picture> tiles = Tiles.cut(DECODER.decode(film.bytes()), film.size());
        assertThat(tiles.get(tiles.size() - 1)).isEqualTo(DECODER.decode(bytes(generation)));
        assertThat(tiles).allSatisfy(DrawnIcon::of);
    }

    private static PipelineFixture fixture() {
        return Objects.requireNonNull(opened, "the fixture is not open");
    }

    private static GenerationDraftBuilder label(@Nullable String label) {
        return GenerationDraftBuilder.builder().model(BitModel.ID).label(label).seed(1L);
    }

    private static SamplerOptions ahead(double steps) {
        return new SamplerOptions(null, null, null, null, null, null, null, null, null, null, null, null, null, steps);
    }

    private static byte[] first(GenerationDraftBuilder draft) {
        return bytes(fixture().pipeline().generate(fixture().resolve(draft.build()), GenerationMonitor.none()));
    }

    private static byte[] bytes(Generation generation) {
        return generation.images().get(0).bytes();
    }

    private static Picture draw(GenerationDraft draft) {
        return DECODER.decode(first(GenerationDraftBuilder.builder(draft)));
    }
}
