package dev.darkroom.model;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.generation.Size;
import dev.darkroom.model.ModelDescriptor.Defaults;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A model of pixels or of their bits: all there is to know stands in the configuration of its UNet. */
final class PixelNature {

    private static final int USUAL_STEPS = 50;
    private static final int USUAL_BIT_STEPS = 20;
    private static final String BIT_SAMPLER = "bit_diffusion";
    private static final double NO_GUIDANCE = 1;
    private static final double USUAL_GUIDANCE = 2;
    private static final int LARGEST_SAMPLE = 2048;
    private static final int GRAY = 1;
    private static final int COLOURS = 3;

    private final ModelDirectory directory;
    private final Path file;
    private final JsonNode config;
    private final int inputs;
    private final int outputs;

    /** @throws ModelFormatException if the UNet's configuration cannot be read */
    PixelNature(ModelDirectory directory) {
        this.directory = directory;
        this.file = directory.unet().resolve("config.json");
        this.config = JsonFiles.object(file);
        this.inputs = config.path("in_channels").asInt(COLOURS);
        this.outputs = config.path("out_channels").asInt(COLOURS);
    }

    /** Where the variance is learned the network gives it beside the picture. */
    Nature ofPixels(SaidLabels said) {
        boolean picture = inputs == GRAY || inputs == COLOURS;
        if (!picture || outputs != inputs && outputs != 2 * inputs) {
            throw new ModelFormatException(file + ": in_channels is " + inputs + " and out_channels " + outputs
                    + "; a model of pixels takes and gives 1 or 3, or gives twice as many with a learned variance");
        }
        Size sample = sample();
        SizeRule sizes = attends() ? SizeRule.fixed(sample) : SizeRule.free(coarsest());
        Conditioning told = said.of(classes());
        return nature(sizes, told, new Defaults(sample, steps(), guidance(told)));
    }

    Nature ofBits() {
        Palette palette = directory.palette();
        if (outputs != palette.bits() || inputs != outputs && inputs != 2 * outputs) {
            throw new ModelFormatException(file + ": in_channels is " + inputs + " and out_channels " + outputs
                    + "; with the " + palette.colours().size() + " colours of " + directory.bits() + " a network gives "
                    + palette.bits() + " and takes as many, or twice that if it sees its last guess");
        }
        SizeRule sizes = SizeRule.scaled(sample(), palette.scale());
        Conditioning labels = SaidLabels.of(directory.bits(), JsonFiles.object(directory.bits()))
                .of(classes());
        Conditioning told = inputs > outputs ? labels.withSelf() : labels;
        return nature(sizes, told, new Defaults(sizes.painted(), USUAL_BIT_STEPS, guidance(told), BIT_SAMPLER));
    }

    private static Nature nature(SizeRule sizes, Conditioning told, Defaults usual) {
        return new Nature(sizes, told, ModelPurpose.GENERAL, usual);
    }

    private static double guidance(Conditioning told) {
        return told.guided() ? USUAL_GUIDANCE : NO_GUIDANCE;
    }

    /** As many as are usual, or more if its own sampler is of no use with so few. */
    private int steps() {
        SamplerEntry sampler = SamplerCatalog.of(SchedulerConfig.of(directory.scheduler()));
        return Math.max(USUAL_STEPS, sampler.facts().goodSteps().get(0));
    }

    private int classes() {
        return config.path("num_class_embeds").asInt(0);
    }

    private Size sample() {
        JsonNode side = config.path("sample_size");
        int pixels = side.asInt(0);
        if (pixels < coarsest() || pixels > LARGEST_SAMPLE || pixels % coarsest() != 0) {
            throw new ModelFormatException(file + ": sample_size is " + side + "; it must be a multiple of "
                    + coarsest() + ", which the network's resolutions divide, up to " + LARGEST_SAMPLE);
        }
        return new Size(pixels, pixels);
    }

    /** Pixels that a place of the coarsest resolution stands for. */
    private int coarsest() {
        int levels = Math.max(1, Math.min(8, config.path("block_out_channels").size()));
        return 1 << (levels - 1);
    }

    /** Whether any block looks at the whole picture: such a network knows the size that it was trained on alone. */
    private boolean attends() {
        return config.path("add_attention").asBoolean(true)
                || Stream.of("down_block_types", "up_block_types")
                        .flatMap(blocks -> config.path(blocks).valueStream())
                        .anyMatch(block -> block.asString("").contains("Attn"));
    }
}
