package dev.darkroom.torch;

/** Names and shapes of the weights of a {@code UNet2DConditionModel}. */
final class UNetParameters {

    private final UNetConfiguration c;
    private final ParameterShapes shapes = new ParameterShapes();
    private final int time;

    private UNetParameters(UNetConfiguration configuration) {
        this.c = configuration;
        this.time = 4 * c.channels().get(0);
    }

    static ParameterShapes of(UNetConfiguration configuration) {
        return new UNetParameters(configuration).all();
    }

    private ParameterShapes all() {
        int first = c.channels().get(0);
        int last = c.channels().get(c.levels() - 1);
        embeddings(first);
        shapes.conv("conv_in", c.inChannels(), first, 3);
        down();
        shapes.resnet("mid_block.resnets.0", last, last, time).resnet("mid_block.resnets.1", last, last, time);
        transformer("mid_block.attentions.0", last, c.depth().get(c.levels() - 1));
        up();
        return shapes.norm("conv_norm_out", first).conv("conv_out", first, c.outChannels(), 3);
    }

    private void embeddings(int first) {
        shapes.linear("time_embedding.linear_1", first, time).linear("time_embedding.linear_2", time, time);
        if (c.guidanceWidth() > 0) {
            shapes.matrix("time_embedding.cond_proj", c.guidanceWidth(), first);
        }
        if (c.addedWidth() > 0) {
            shapes.linear("add_embedding.linear_1", c.addedWidth(), time).linear("add_embedding.linear_2", time, time);
        }
    }

    private void down() {
        int in = c.channels().get(0);
        for (int i = 0; i < c.levels(); i++) {
            String p = "down_blocks." + i;
            int out = c.channels().get(i);
            for (int j = 0; j < c.layers().get(i); j++) {
                shapes.resnet(p + ".resnets." + j, j == 0 ? in : out, out, time);
                if (c.downAttention().get(i)) {
                    transformer(p + ".attentions." + j, out, c.depth().get(i));
                }
            }
            if (i + 1 < c.levels()) {
                shapes.conv(p + ".downsamplers.0.conv", out, out, 3);
            }
            in = out;
        }
    }

    /** Each up block takes the outputs of its down block and the input of that down block, in reverse order. */
    private void up() {
        int in = c.channels().get(c.levels() - 1);
        for (int i = 0; i < c.levels(); i++) {
            String p = "up_blocks." + i;
            int level = c.levels() - 1 - i;
            int out = c.channels().get(level);
            int last = c.layers().get(level);
            for (int j = 0; j <= last; j++) {
                int skip = j == last ? c.channels().get(Math.max(0, level - 1)) : out;
                shapes.resnet(p + ".resnets." + j, (j == 0 ? in : out) + skip, out, time);
                if (c.upAttention().get(i)) {
                    transformer(p + ".attentions." + j, out, c.depth().get(level));
                }
            }
            if (level > 0) {
                shapes.conv(p + ".upsamplers.0.conv", out, out, 3);
            }
            in = out;
        }
    }

    private void transformer(String path, int width, int depth) {
        shapes.norm(path + ".norm", width).linear(path + ".proj_in", width, width);
        for (int i = 0; i < depth; i++) {
            String p = path + ".transformer_blocks." + i;
            attention(p + ".attn1", width, width);
            attention(p + ".attn2", width, c.contextWidth());
            for (int norm = 1; norm <= 3; norm++) {
                shapes.norm(p + ".norm" + norm, width);
            }
            shapes.linear(p + ".ff.net.0.proj", width, 8 * width).linear(p + ".ff.net.2", 4 * width, width);
        }
        shapes.linear(path + ".proj_out", width, width);
    }

    private void attention(String path, int width, int keyWidth) {
        shapes.matrix(path + ".to_q", width, width);
        shapes.matrix(path + ".to_k", keyWidth, width).matrix(path + ".to_v", keyWidth, width);
        shapes.linear(path + ".to_out.0", width, width);
    }
}
