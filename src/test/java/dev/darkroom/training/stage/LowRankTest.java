package dev.darkroom.training.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Part;
import dev.darkroom.torch.Learner.Step;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LowRankTest {

    /** The loss of frozen weights with updates is that of the merged weights, and only the updates have moved. */
    @Test
    void updatesActAsIfTheyWereAddedToTheWeights() {
        LowRank lowRank = new LowRank(2, 3);
        FirstWeights first = new FirstWeights(4);
        Map<String, Values> frozen = TrainedNetwork.prefixed("text.", first.of(SmallNetworks.TEXT));
        frozen.putAll(TrainedNetwork.prefixed("unet.", first.of(SmallNetworks.UNET)));
        Map<String, Values> updates = lowRank.begin(frozen, first);
        Map<String, Values> batch = SmallNetworks.captioned();

        try (TorchEngine engine = TorchEngine.start(new EngineSettings(1, 0, true));
                Learner adapting = learner(engine, lowRank.scale(), updates)) {
            adapting.freeze(frozen);
            double before = loss(adapting, batch);
            adapting.update(1, new Step(0.05, 0, 0, 0));
            double after = loss(adapting, batch);
            Map<String, Values> merged = new LinkedHashMap<>();
            lowRank.merged(frozen, adapting.read(Part.WEIGHT))
                    .forEach((name, numbers) -> merged.put(
                            name, new Values(numbers, frozen.get(name).shape())));

            assertThat(after).isLessThan(before);
            assertThat(adapting.read(Part.WEIGHT).keySet()).allMatch(name -> name.contains(".lora_"));
            try (Learner whole = learner(engine, 1, merged)) {
                assertThat(loss(whole, batch)).isCloseTo(after, within(1e-5));
            }
            try (Learner base = learner(engine, 1, frozen)) {
                assertThat(loss(base, batch)).isCloseTo(before, within(1e-5));
            }
        }
    }

    private static Learner learner(TorchEngine engine, double scale, Map<String, Values> weights) {
        Learner learner = Learner.open(
                engine,
                Objective.denoising(SmallNetworks.TEXT, SmallNetworks.UNET, scale, 0),
                new Placement(Device.CPU, Precision.FP32),
                new Learner.Constants(0.9, 0.99, 1e-8, 0.95));
        learner.begin(weights);
        return learner;
    }

    private static double loss(Learner learner, Map<String, Values> batch) {
        return learner.learn(batch, 1).get("loss");
    }
}
