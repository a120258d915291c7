package dev.darkroom.torch;

import java.util.List;
import java.util.Map;

/**
 * What an {@code AutoencoderKL}'s {@code config.json} says, defaults filled in.
 *
 * @param inChannels channels of a picture
 * @param latentChannels channels of a latent
 * @param channels widths, finest resolution first
 * @param layers residual blocks a resolution in the encoder; the decoder has one more
 * @param groups groups of the group norms
 * @param middleAttention whether the middle block has attention
 * @param quantized whether a 1x1 convolution follows the encoder
 * @param postQuantized whether one precedes the decoder
 */
record AutoencoderKlConfiguration(
        int inChannels,
        int latentChannels,
        List<Integer> channels,
        int layers,
        int groups,
        boolean middleAttention,
        boolean quantized,
        boolean postQuantized) {

    /** Intermediates of the widest layer that live at the same time, with the allocator's slack. */
    private static final int LIVE_LAYERS = 5;

    static AutoencoderKlConfiguration of(Checkpoint checkpoint) {
        ConfigValues c = new ConfigValues(checkpoint);
        c.require("act_fn", "silu");
        for (String type : c.texts("down_block_types")) {
            if (!type.equals("DownEncoderBlock2D")) {
                throw c.unusable("down_block_types", type, "DownEncoderBlock2D");
            }
        }
        return new AutoencoderKlConfiguration(
                c.whole("in_channels", 3),
                c.whole("latent_channels", 4),
                c.wholes("block_out_channels", 0, 0),
                c.whole("layers_per_block", 1),
                c.whole("norm_num_groups", 32),
                c.flag("mid_block_add_attention", true),
                c.flag("use_quant_conv", true),
                c.flag("use_post_quant_conv", true));
    }

    Map<String, Attribute> attributes(Precision precision) {
        return Map.of(
                "w", Attribute.tensors(),
                "dtype", Attribute.of(precision.scalarType()),
                "levels", Attribute.of(levels()),
                "layers", Attribute.of(layers),
                "groups", Attribute.of(groups));
    }

    int levels() {
        return channels.size();
    }

    int factor() {
        return 1 << levels() - 1;
    }

    /** About how many numbers live at once while a picture is decoded: the finest level's, at the width before it. */
    long decodeNumbers(int pictureHeight, int pictureWidth) {
        int widest = channels.get(Math.min(1, levels() - 1));
        return (long) pictureHeight * pictureWidth * widest * LIVE_LAYERS;
    }

    ParameterShapes parameters() {
        ParameterShapes shapes = new ParameterShapes();
        int first = channels.get(0);
        int last = channels.get(levels() - 1);
        shapes.conv("encoder.conv_in", inChannels, first, 3);
        for (int i = 0; i < levels(); i++) {
            String p = "encoder.down_blocks." + i;
            for (int j = 0; j < layers; j++) {
                int in = j == 0 ? channels.get(Math.max(0, i - 1)) : channels.get(i);
                shapes.resnet(p + ".resnets." + j, in, channels.get(i), 0);
            }
            if (i + 1 < levels()) {
                shapes.conv(p + ".downsamplers.0.conv", channels.get(i), channels.get(i), 3);
            }
        }
        middle(shapes, "encoder.mid_block", last);
        shapes.norm("encoder.conv_norm_out", last).conv("encoder.conv_out", last, 2 * latentChannels, 3);
        shapes.conv("decoder.conv_in", latentChannels, last, 3);
        middle(shapes, "decoder.mid_block", last);
        decoderBlocks(shapes);
        shapes.norm("decoder.conv_norm_out", first).conv("decoder.conv_out", first, inChannels, 3);
        if (quantized) {
            shapes.conv("quant_conv", 2 * latentChannels, 2 * latentChannels, 1);
        }
        return postQuantized ? shapes.conv("post_quant_conv", latentChannels, latentChannels, 1) : shapes;
    }

    private void decoderBlocks(ParameterShapes shapes) {
        for (int i = 0; i < levels(); i++) {
            String p = "decoder.up_blocks." + i;
            int level = levels() - 1 - i;
            int out = channels.get(level);
            for (int j = 0; j <= layers; j++) {
                int in = j == 0 ? channels.get(Math.min(levels() - 1, level + 1)) : out;
                shapes.resnet(p + ".resnets." + j, in, out, 0);
            }
            if (level > 0) {
                shapes.conv(p + ".upsamplers.0.conv", out, out, 3);
            }
        }
    }

    private void middle(ParameterShapes shapes, String path, int width) {
        shapes.resnet(path + ".resnets.0", width, width, 0).resnet(path + ".resnets.1", width, width, 0);
        if (middleAttention) {
            shapes.pixelAttention(path + ".attentions.0", width);
        }
    }
}
