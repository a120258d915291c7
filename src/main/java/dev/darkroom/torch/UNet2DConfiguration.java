package dev.darkroom.torch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@code UNet2DModel}'s {@code config.json} says, defaults filled in. Lists have one entry a resolution, the
 * finest first; {@code upAttention} begins with the coarsest.
 *
 * @param heads of attention; the configuration's {@code attention_head_dim} is the width of a head here
 * @param padding of downsampling convolutions; with 0 one row and one column of zeros follow the picture
 * @param fourier whether it is told sigma, as Fourier features of its logarithm, instead of a timestep
 * @param classes number of classes; 0 for none
 * @param middleAttention whether the middle block has attention
 * @param sampleSize side of the pictures that it was trained on; 0 if it does not say
 */
record UNet2DConfiguration(
        int inChannels,
        int outChannels,
        List<Integer> channels,
        List<Integer> heads,
        List<Boolean> downAttention,
        List<Boolean> upAttention,
        int layers,
        int padding,
        int groups,
        double eps,
        boolean cosineFirst,
        double freqShift,
        boolean fourier,
        int classes,
        boolean middleAttention,
        int sampleSize) {

    private static final List<String> DOWN = List.of("DownBlock2D", "AttnDownBlock2D");
    private static final List<String> UP = List.of("UpBlock2D", "AttnUpBlock2D");
    /** Head width that diffusers assumes. */
    private static final int USUAL_HEAD = 8;

    /** @throws UnsupportedNetworkException if it asks for something that is not computed here */
    static UNet2DConfiguration of(Checkpoint checkpoint) {
        ConfigValues c = new ConfigValues(checkpoint);
        refuseOthers(c);
        List<Integer> channels = c.wholes("block_out_channels", 0, 0);
        int n = channels.size();
        return new UNet2DConfiguration(
                c.whole("in_channels", 3),
                c.whole("out_channels", 3),
                channels,
                heads(c, channels),
                c.flags("down_block_types", DOWN, n),
                c.flags("up_block_types", UP, n),
                c.whole("layers_per_block", 2),
                c.whole("downsample_padding", 1),
                c.whole("norm_num_groups", 32),
                c.real("norm_eps", 1e-5),
                c.flag("flip_sin_to_cos", true),
                c.real("freq_shift", 0),
                fourier(c),
                c.whole("num_class_embeds", 0),
                c.flag("add_attention", true),
                c.whole("sample_size", 0));
    }

    private static void refuseOthers(ConfigValues c) {
        c.require("act_fn", "silu");
        c.require("center_input_sample", false);
        c.require("resnet_time_scale_shift", "default");
        c.require("downsample_type", "conv");
        c.require("upsample_type", "conv");
        c.require("mid_block_scale_factor", 1);
        c.require("mid_block_type", "UNetMidBlock2D");
        for (String absent : List.of("class_embed_type", "attn_norm_num_groups", "time_embedding_dim")) {
            c.require(absent, "null");
        }
    }

    private static boolean fourier(ConfigValues c) {
        String type = c.text("time_embedding_type", "positional");
        if (!List.of("positional", "fourier").contains(type)) {
            throw c.unusable("time_embedding_type", type, "positional or fourier");
        }
        return type.equals("fourier");
    }

    private static List<Integer> heads(ConfigValues c, List<Integer> channels) {
        int width = c.whole("attention_head_dim", USUAL_HEAD);
        if (width < 1 || channels.stream().anyMatch(channel -> channel % Math.min(width, channel) != 0)) {
            throw c.unusable("attention_head_dim", width, "a divisor of block_out_channels");
        }
        return channels.stream().map(channel -> Math.max(1, channel / width)).toList();
    }

    Map<String, Attribute> attributes(Precision precision) {
        Map<String, Attribute> a = new LinkedHashMap<>();
        a.put("w", Attribute.tensors());
        a.put("dtype", Attribute.of(precision.scalarType()));
        a.put("channels", Attribute.whole(channels));
        a.put("heads", Attribute.whole(heads));
        a.put("down_attention", Attribute.flags(downAttention));
        a.put("up_attention", Attribute.flags(upAttention));
        a.put("layers", Attribute.of(layers));
        a.put("padding", Attribute.of(padding));
        a.put("groups", Attribute.of(groups));
        a.put("eps", Attribute.of(eps));
        a.put("cosine_first", Attribute.of(cosineFirst));
        a.put("freq_shift", Attribute.of(freqShift));
        return a;
    }

    UNetCost cost(Precision precision) {
        return new UNetCost(channels, Collections.nCopies(channels.size(), layers), 0, precision);
    }

    /** Names and shapes of the weights. */
    ParameterShapes parameters() {
        ParameterShapes shapes = new ParameterShapes();
        int first = channels.get(0);
        int last = channels.get(channels.size() - 1);
        int time = 4 * first;
        if (fourier) {
            shapes.add("time_proj.weight", first);
        }
        shapes.linear("time_embedding.linear_1", fourier ? 2 * first : first, time)
                .linear("time_embedding.linear_2", time, time);
        if (classes > 0) {
            shapes.add("class_embedding.weight", classes, time);
        }
        shapes.conv("conv_in", inChannels, first, 3);
        down(shapes, time);
        shapes.resnet("mid_block.resnets.0", last, last, time);
        if (middleAttention) {
            shapes.pixelAttention("mid_block.attentions.0", last);
        }
        shapes.resnet("mid_block.resnets.1", last, last, time);
        up(shapes, time);
        return shapes.norm("conv_norm_out", first).conv("conv_out", first, outChannels, 3);
    }

    private void down(ParameterShapes shapes, int time) {
        int in = channels.get(0);
        for (int i = 0; i < channels.size(); i++) {
            String p = "down_blocks." + i;
            int out = channels.get(i);
            for (int j = 0; j < layers; j++) {
                shapes.resnet(p + ".resnets." + j, j == 0 ? in : out, out, time);
                if (downAttention.get(i)) {
                    shapes.pixelAttention(p + ".attentions." + j, out);
                }
            }
            if (i + 1 < channels.size()) {
                shapes.conv(p + ".downsamplers.0.conv", out, out, 3);
            }
            in = out;
        }
    }

    private void up(ParameterShapes shapes, int time) {
        int in = channels.get(channels.size() - 1);
        for (int i = 0; i < channels.size(); i++) {
            String p = "up_blocks." + i;
            int level = channels.size() - 1 - i;
            int out = channels.get(level);
            for (int j = 0; j <= layers; j++) {
                int skip = j == layers ? channels.get(Math.max(0, level - 1)) : out;
                shapes.resnet(p + ".resnets." + j, (j == 0 ? in : out) + skip, out, time);
                if (upAttention.get(i)) {
                    shapes.pixelAttention(p + ".attentions." + j, out);
                }
            }
            if (level > 0) {
                shapes.conv(p + ".upsamplers.0.conv", out, out, 3);
            }
            in = out;
        }
    }
}
