package dev.darkroom.training.stage;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.guidance.SelfConditioning;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.latent.AnalogBits;
import dev.darkroom.latent.BitSpace;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UNet2D;
import dev.darkroom.torch.UNetContext;
import dev.darkroom.torch.UNetRow;
import dev.darkroom.torch.Wrap;
import dev.darkroom.training.export.BitModelFolder;
import dev.darkroom.training.export.PictureGrid;
import dev.darkroom.training.icons.IconSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many drawn icons are icons, cell for cell. */
final class BitQuality {

    private static final int ZOOM = 4;
    private static final Size PICTURE = new Size(ZOOM * IconSet.SIDE, ZOOM * IconSet.SIDE);

    private final TorchEngine engine;
    private final IconSet icons;
    private final AnalogBits bits;
    private final BitSpace cells = new BitSpace(IconSet.PALETTE, ZOOM);
    private final BitSettings own;
    private final Set<List<Integer>> known = new HashSet<>();
    private final Set<List<Integer>> unseen = new HashSet<>();

    BitQuality(TorchEngine engine, IconSet icons, AnalogBits bits, BitSettings own) {
        this.engine = engine;
        this.icons = icons;
        this.bits = bits;
        this.own = own;
        icons.trained().forEach(icon -> known.add(key(icon.label(), icon.cells())));
        icons.heldOut().forEach(icon -> unseen.add(key(icon.label(), icon.cells())));
    }

    private static List<Integer> key(int label, int[] cells) {
        List<Integer> key = new ArrayList<>(cells.length + 1);
        key.add(label);
        for (int cell : cells) {
            key.add(cell);
        }
        return key;
    }

    /** Shares of drawings that are an icon of their label, and of those never trained on; a PNG of all. */
    Map<String, Double> measure(TrainedNetwork trained, Path sample) throws IOException {
        SamplingPlan plan = SamplingPlanner.plan(
                SchedulerConfig.of(BitModelFolder.SCHEDULER),
                new SamplingOptions("bit_diffusion", null, Steps.of(own.steps()), null, null, null));
        List<Picture> drawn = new ArrayList<>();
        int right = 0;
        int novel = 0;
        try (UNet2D unet = UNet2D.open(engine, trained, new Placement(Device.CPU, Precision.FP32))) {
            for (int i = 0; i < own.evaluated(); i++) {
                int label = i % icons.labels().size();
                float[] latent = draw(unet, plan, label, i);
                List<Integer> key = key(label, bits.decode(latent));
                right += known.contains(key) || unseen.contains(key) ? 1 : 0;
                novel += unseen.contains(key) ? 1 : 0;
                drawn.add(
                        PicturePlanes.fromSigned(cells.decode(latent, IconSet.SIDE, IconSet.SIDE, Wrap.NONE), PICTURE));
            }
        }
        PictureGrid.write(sample, drawn, icons.labels().size());
        return Map.of("right", (double) right / own.evaluated(), "unseen", (double) novel / own.evaluated());
    }

    private float[] draw(UNet2D unet, SamplingPlan plan, int label, long seed) {
        int size = bits.bits() * IconSet.SIDE * IconSet.SIDE;
        CpuGenerator generator = new CpuGenerator(seed);
        try (UNetContext context = unet.context(label)) {
            Network<UNetContext> network = (input, timestep, conditions) -> unet.evaluate(
                    List.of(new UNetRow(input, timestep, conditions.get(0))),
                    IconSet.SIDE,
                    IconSet.SIDE,
                    Batching.INVARIANT);
            Remembering denoiser = new Remembering();
            denoiser.inner =
                    plan.denoiser(new SelfConditioning<>(network, () -> denoiser.last), Guidance.none(context));
            return plan.run(
                    plan.initial(generator.normals(size)), denoiser, generator.noise(size), StepObserver.none());
        }
    }

    /** Keeps what it answered last. */
    private static final class Remembering implements Denoiser {

        private Denoiser inner = (x, level) -> x;
        private float[] last = {};

        @Override
        public float[] denoise(float[] x, NoiseLevel level) {
            last = inner.denoise(x, level);
            return last.clone();
        }
    }
}
