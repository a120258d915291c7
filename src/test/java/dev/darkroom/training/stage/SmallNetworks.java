package dev.darkroom.training.stage;

import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The smallest networks that have every kind of layer, and a batch of two for them. */
final class SmallNetworks {

    static final int ROWS = 2;

    static final Blueprint TEXT = new Blueprint(
            Blueprint.Kind.TEXT_ENCODER,
            Map.of(
                    "hidden_size", 8,
                    "intermediate_size", 16,
                    "num_hidden_layers", 1,
                    "num_attention_heads", 2,
                    "max_position_embeddings", 6,
                    "vocab_size", 20));
    static final Blueprint UNET = new Blueprint(
            Blueprint.Kind.UNET,
            Map.of(
                    "in_channels", 3,
                    "out_channels", 3,
                    "block_out_channels", List.of(8, 8),
                    "layers_per_block", 1,
                    "attention_head_dim", 2,
                    "norm_num_groups", 2,
                    "cross_attention_dim", 8,
                    "down_block_types", List.of("CrossAttnDownBlock2D", "DownBlock2D"),
                    "up_block_types", List.of("UpBlock2D", "CrossAttnUpBlock2D")));

    private SmallNetworks() {}

    /** Noisy samples of 4x4 with targets. */
    static Map<String, Values> noisy() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Values> batch = new LinkedHashMap<>();
        batch.put("sample", new Values(BatchRandom.normal(random, 96), ROWS, 3, 4, 4));
        batch.put("target", new Values(BatchRandom.normal(random, 96), ROWS, 3, 4, 4));
        batch.put("timesteps", new Values(new float[] {10, 700}, ROWS));
        batch.put("weight", new Values(new float[] {1, 0.5f}, ROWS));
        return batch;
    }

    /** The same with captions. */
    static Map<String, Values> captioned() {
        Map<String, Values> batch = noisy();
        batch.put("ids", new Values(new float[] {1, 5, 2, 0, 0, 0, 1, 7, 8, 2, 0, 0}, ROWS, 6));
        return batch;
    }
}
