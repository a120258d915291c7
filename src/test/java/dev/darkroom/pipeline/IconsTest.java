package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.training.icons.DrawnIcon;
import dev.darkroom.training.icons.IconSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded model of icons draws; BitModelsTest has what holds for every model of its kind. */
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

    @Test
    void aLittleNoiseLeavesAnIconAsItIs() {
        Picture star = draw(label("star").build());
        Picture again = draw(
                label("star").image(MaskPictures.inline(star)).strength(0.15).build());
        assertThat(DrawnIcon.of(again)).isEqualTo(DrawnIcon.of(star));
    }

    private static GenerationDraftBuilder label(String label) {
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

    private static Picture draw(GenerationDraft draft) {
        return DECODER.decode(files(draft).get(0));
    }
}
