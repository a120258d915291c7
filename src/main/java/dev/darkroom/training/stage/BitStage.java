package dev.darkroom.training.stage;

import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.latent.AnalogBits;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.export.BitModelFolder;
import dev.darkroom.training.icons.IconSet;
import dev.darkroom.training.optimizer.WeightTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Trains a {@code UNet2DModel} to draw icons bit by bit (Chen, Zhang and Hinton 2022). */
final class BitStage implements Stage {

    private static final String PREFIX = "unet.";

    /** Share of Muon's rate at which the embeddings, norms and edges move, which AdamW moves. */
    private static final double EDGE_RATE = 0.25;

    private final TrainingSettings settings;
    private final BitSettings own;
    private final Blueprint network;
    private final WeightTraits traits;
    private final boolean muon;
    private final IconSet icons = IconSet.load();
    private final AnalogBits bits;
    private final ForwardProcess process;
    private final BitQuality quality;

    BitStage(TrainingSettings settings, BitSettings own, TorchEngine engine) {
        this.settings = settings;
        this.own = own;
        this.network = new Blueprint(Blueprint.Kind.PIXEL_UNET, settings.network());
        this.traits = new WeightTraits(settings.optimizer());
        this.muon = settings.optimizer().kind().equals("muon");
        this.bits = new AnalogBits(Integer.numberOfTrailingZeros(IconSet.PALETTE.size()));
        this.process = new ForwardProcess(TrainingTable.of(SchedulerConfig.of(BitModelFolder.SCHEDULER)));
        this.quality = new BitQuality(engine, icons, bits, own);
    }

    @Override
    public Objective objective() {
        return Objective.bits(network);
    }

    @Override
    public Map<String, Values> weights() {
        return TrainedNetwork.prefixed(PREFIX, new FirstWeights(settings.seed()).of(network));
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        Learner.Traits whole = traits.of(name, shape, 1);
        return muon && !whole.matrix() ? traits.of(name, shape, EDGE_RATE) : whole;
    }

    @Override
    public Batches open(long position) {
        return new BitBatches(settings, own, icons, bits, process, position);
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        return quality.measure(new TrainedNetwork(network, PREFIX, averages), sample);
    }

    @Override
    public double quality(Map<String, Double> figures) {
        return figures.getOrDefault("right", 0.0);
    }

    @Override
    public void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException {
        new TrainedNetwork(network, PREFIX, averages).write(folder.resolve("unet"), network.config());
        BitModelFolder.write(folder, icons.labels());
    }

    @Override
    public void close() {}
}
