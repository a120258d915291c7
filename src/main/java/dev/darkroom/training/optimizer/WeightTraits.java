package dev.darkroom.training.optimizer;

import dev.darkroom.torch.Learner.Traits;
import dev.darkroom.training.TrainingSettings.OptimizerSettings;
import dev.darkroom.training.UnusableSettingsException;
import java.util.List;

/**
 * How each weight is updated: norms, biases and embeddings do not decay; Muon moves what is a matrix inside the network
 * (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/), not its first and last layers.
 */
public final class WeightTraits {

    private static final List<String> KINDS = List.of("adamw", "muon");
    private static final List<String> EDGES = List.of("conv_in.", "conv_out.", "quant_conv.", "embedding", "head.");

    private final boolean muon;

    /** @throws UnusableSettingsException if the kind of optimiser is unknown */
    public WeightTraits(OptimizerSettings settings) {
        if (!KINDS.contains(settings.kind())) {
            throw new UnusableSettingsException(
                    "optimizer.kind is " + settings.kind() + "; say one of " + String.join(", ", KINDS));
        }
        this.muon = settings.kind().equals("muon");
    }

    /**
     * The traits of a weight.
     *
     * @param rate times the learning rate
     */
    public Traits of(String name, long[] shape, double rate) {
        boolean matrix = shape.length > 1;
        boolean edge = EDGES.stream().anyMatch(name::contains);
        boolean decays = matrix && !name.contains("embedding");
        return new Traits(rate, decays ? 1 : 0, muon && matrix && !edge);
    }
}
