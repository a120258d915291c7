package dev.darkroom.torch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@code UNet2DConditionModel}'s {@code config.json} says, defaults filled in. Lists have one entry a
 * resolution, finest first.
 *
 * @param inChannels channels of the input: 4, with more for inpainting and editing kinds
 * @param outChannels channels of the output
 * @param channels widths
 * @param layers residual blocks of the down path; the up path has one more
 * @param heads attention heads
 * @param depth transformer blocks of an attention layer
 * @param downAttention whether the down block has attention
 * @param upAttention whether the up block has attention, in the order of the up path (coarsest first)
 * @param contextWidth width of a text token
 * @param groups groups of the group norms
 * @param eps epsilon of the residual blocks' group norms
 * @param cosineFirst order of the timestep's sinusoids
 * @param freqShift shift of their frequencies
 * @param timeIdWidth width of one embedded time id (SDXL); 0 for none
 * @param addedWidth width of pooled text and time ids together (SDXL); 0 for none
 * @param guidanceWidth width of the embedded guidance scale (LCM); 0 for none
 */
record UNetConfiguration(
        int inChannels,
        int outChannels,
        List<Integer> channels,
        List<Integer> layers,
        List<Integer> heads,
        List<Integer> depth,
        List<Boolean> downAttention,
        List<Boolean> upAttention,
        int contextWidth,
        int groups,
        double eps,
        boolean cosineFirst,
        double freqShift,
        int timeIdWidth,
        int addedWidth,
        int guidanceWidth) {

    private static final List<String> DOWN = List.of("DownBlock2D", "CrossAttnDownBlock2D");
    private static final List<String> UP = List.of("UpBlock2D", "CrossAttnUpBlock2D");

    static UNetConfiguration of(Checkpoint checkpoint) {
        ConfigValues c = new ConfigValues(checkpoint);
        refuseOthers(c);
        List<Integer> channels = c.wholes("block_out_channels", 0, 0);
        int n = channels.size();
        return new UNetConfiguration(
                c.whole("in_channels", 4),
                c.whole("out_channels", 4),
                channels,
                c.wholes("layers_per_block", n, 2),
                c.wholes(c.has("num_attention_heads") ? "num_attention_heads" : "attention_head_dim", n, 8),
                c.wholes("transformer_layers_per_block", n, 1),
                c.flags("down_block_types", DOWN, n),
                c.flags("up_block_types", UP, n),
                c.whole("cross_attention_dim", 1280),
                c.whole("norm_num_groups", 32),
                c.real("norm_eps", 1e-5),
                c.flag("flip_sin_to_cos", true),
                c.real("freq_shift", 0),
                c.whole("addition_time_embed_dim", 0),
                c.has("addition_embed_type") ? c.whole("projection_class_embeddings_input_dim", 0) : 0,
                c.whole("time_cond_proj_dim", 0));
    }

    private static void refuseOthers(ConfigValues c) {
        c.require("act_fn", "silu");
        c.require("mid_block_type", "UNetMidBlock2DCrossAttn");
        c.require("addition_embed_type", "text_time");
        c.require("time_embedding_type", "positional");
        c.require("resnet_time_scale_shift", "default");
        c.require("only_cross_attention", false);
        c.require("dual_cross_attention", false);
        c.require("conv_in_kernel", 3);
        c.require("conv_out_kernel", 3);
        for (String absent :
                List.of("class_embed_type", "num_class_embeds", "encoder_hid_dim", "cross_attention_norm")) {
            c.require(absent, "null");
        }
    }

    Map<String, Attribute> attributes(Precision precision) {
        Map<String, Attribute> a = new LinkedHashMap<>();
        a.put("w", Attribute.tensors());
        a.put("dtype", Attribute.of(precision.scalarType()));
        a.put("channels", Attribute.whole(channels));
        a.put("layers", Attribute.whole(layers));
        a.put("heads", Attribute.whole(heads));
        a.put("depth", Attribute.whole(depth));
        a.put("down_attention", Attribute.flags(downAttention));
        a.put("up_attention", Attribute.flags(upAttention));
        a.put("groups", Attribute.of(groups));
        a.put("eps", Attribute.of(eps));
        a.put("cosine_first", Attribute.of(cosineFirst));
        a.put("freq_shift", Attribute.of(freqShift));
        a.put("time_ids_width", Attribute.of(timeIdWidth));
        return a;
    }

    UNetCost cost(Precision precision) {
        return new UNetCost(channels, layers, contextWidth, precision);
    }

    int levels() {
        return channels.size();
    }
}
