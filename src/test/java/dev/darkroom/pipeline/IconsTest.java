package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.training.icons.DrawnIcon;
import dev.darkroom.training.icons.IconSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Bit diffusion through the whole pipeline, with the embedded model of icons. */
class IconsTest {

    /** Drawings that are an icon of their label, cell for cell; docs/bit-diffusion.md has what was measured. */
    private static final double RIGHT = 0.2;

    /** Cells as they are in the nearest icon of the label. */
    private static final double RIGHT_CELLS = 0.9;

    private static final PictureDecoder DECODER = new PictureDecoder(ImageLimits.defaults());
    private static final IconSet ICONS = IconSet.load();

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

    @Test
    void drawingsAreIconsOfTheirLabelButForSomeColours() {
        double right = 0;
        double cells = 0;
        int drawings = 4 * ICONS.labels().size();
        for (String label : ICONS.labels()) {
            for (byte[] file : files(label(label).count(4).build())) {
                DrawnIcon icon = DrawnIcon.of(DECODER.decode(file));
                right += icon.shows(label) ? 1 : 0;
                cells += icon.likeness(label);
            }
        }
        assertThat(right / drawings).isGreaterThanOrEqualTo(RIGHT);
        assertThat(cells / drawings).isGreaterThanOrEqualTo(RIGHT_CELLS);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 48, 256, 512})
    void anIconIsTheSameAtEverySizeInColoursOfThePalette(int side) {
        DrawnIcon usual = DrawnIcon.of(draw(label("ghost").build()));
        Picture picture = draw(label("ghost").width(side).build());
        assertThat(picture.size()).isEqualTo(new Size(side, side));
        assertThat(DrawnIcon.of(picture)).isEqualTo(usual);
    }

    @Test
    void bytesDoNotDependOnWhatElseIsInTheBatch() throws Exception {
        byte[] alone = files(label("star").build()).get(0);
        ExecutorService jobs = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> runs = new ArrayList<>();
            for (String label : List.of("star", "heart", "fish", "key")) {
                runs.add(() -> files(label(label).count(2).build()).get(0));
            }
            List<Future<byte[]>> results = jobs.invokeAll(runs);
            assertThat(results.get(0).get()).isEqualTo(alone);
            assertThat(results.get(1).get()).isNotEqualTo(alone);
        } finally {
            jobs.shutdownNow();
        }
    }

    @Test
    void anInterruptedRunGoesOnWhereItWas() {
        GenerationRequest request = fixture.resolve(label("cat").build());
        RecordingMonitor whole = new RecordingMonitor();
        byte[] expected =
                fixture.pipeline().generate(request, whole).images().get(0).bytes();
        List<float[]> first = whole.records().get(0).subList(0, 7);
        RecordingMonitor resumed = new RecordingMonitor(Map.of(0, first), Integer.MAX_VALUE);
        assertThat(fixture.pipeline().generate(request, resumed).images().get(0).bytes())
                .isEqualTo(expected);
        assertThat(resumed.evaluations()).isEqualTo(whole.evaluations() - 7);
    }

    @Test
    void otherSamplersDrawTooAndGuidanceAndIntervalsMakeADifference() {
        byte[] usual = files(label("tree").build()).get(0);
        assertThat(files(label("tree").samplerOptions(timeDifference(4)).build())
                        .get(0))
                .isNotEqualTo(usual);
        for (String sampler : List.of("ddim", "dpmpp_2m", "euler_ancestral", "ddpm")) {
            DrawnIcon.of(draw(label("tree").sampler(sampler).build()));
        }
        Picture any = draw(label(null).build());
        assertThat(any.size()).isEqualTo(new Size(256, 256));
    }

    @Test
    void whatAMaskLeavesStaysAndTheRestIsPaintedAnew() {
        Picture heart = draw(label("heart").build());
        String mask = MaskPictures.inline(MaskPictures.box(256, 256, 128, 0, 256, 256));
        for (Resample.Draft resample : new Resample.Draft[] {null, new Resample.Draft(5, 2)}) {
            Picture painted = draw(label("heart")
                    .seed(9L)
                    .image(MaskPictures.inline(heart))
                    .mask(mask)
                    .strength(1.0)
                    .inpaint(new Inpainting.Draft(0, null, null, null, null, resample))
                    .build());
            int[] before = DrawnIcon.of(heart).cells();
            int[] after = DrawnIcon.of(painted).cells();
            for (int i = 0; i < before.length; i++) {
                if (i % IconSet.SIDE < IconSet.SIDE / 2) {
                    assertThat(after[i]).isEqualTo(before[i]);
                }
            }
        }
    }

    @Test
    void aLittleNoiseLeavesAnIconAsItIs() {
        Picture star = draw(label("star").build());
        Picture again = draw(
                label("star").image(MaskPictures.inline(star)).strength(0.15).build());
        assertThat(DrawnIcon.of(again)).isEqualTo(DrawnIcon.of(star));
    }

    @Test
    void aFilmShowsCellsFromTheFirstStepToTheIcon() {
        Generation generation = fixture.pipeline()
                .generate(fixture.resolve(label("gem").trajectory(true).build()), new RecordingMonitor());
        Generation.Film film = generation.films().get(0);
        List<Picture> tiles = Tiles.cut(DECODER.decode(film.bytes()), film.size());
        Picture picture = DECODER.decode(generation.images().get(0).bytes());
        assertThat(tiles.get(tiles.size() - 1)).isEqualTo(picture);
        tiles.forEach(DrawnIcon::of);
    }

    private static GenerationDraftBuilder label(@Nullable String label) {
        return GenerationDraftBuilder.builder()
                .model(EmbeddedModel.ICONS)
                .label(label)
                .seed(1L);
    }

    private static List<byte[]> files(GenerationDraft draft) {
        return fixture.pipeline().generate(fixture.resolve(draft), GenerationMonitor.none()).images().stream()
                .map(Generation.Image::bytes)
                .toList();
    }

    private static SamplerOptions timeDifference(double steps) {
        return new SamplerOptions(null, null, null, null, null, null, null, null, null, null, null, null, null, steps);
    }

    private static Picture draw(GenerationDraft draft) {
        return DECODER.decode(files(draft).get(0));
    }
}
