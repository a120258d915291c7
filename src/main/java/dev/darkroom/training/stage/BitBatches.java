package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.latent.AnalogBits;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.icons.Icon;
import dev.darkroom.training.icons.IconSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Icons as analog bits, noised at random timesteps. */
final class BitBatches implements Stage.Batches {

    private final TrainingSettings settings;
    private final BitSettings own;
    private final IconSet icons;
    private final AnalogBits bits;
    private final ForwardProcess process;
    private long position;

    BitBatches(
            TrainingSettings settings,
            BitSettings own,
            IconSet icons,
            AnalogBits bits,
            ForwardProcess process,
            long position) {
        this.settings = settings;
        this.own = own;
        this.icons = icons;
        this.bits = bits;
        this.process = process;
        this.position = position;
    }

    @Override
    public Stage.Batch next(long number) {
        SplittableRandom random = BatchRandom.of(settings.seed(), number);
        int count = settings.batch();
        int size = bits.bits() * IconSet.SIDE * IconSet.SIDE;
        float[] clean = new float[count * size];
        float[][] numbers = new float[5][count];
        boolean guessed = random.nextDouble() < own.guessed();
        for (int i = 0; i < count; i++) {
            Icon icon = icons.draw(random);
            System.arraycopy(bits.encode(icon.cells()), 0, clean, i * size, size);
            NoiseLevel level = process.level(random.nextInt(process.table().size()));
            numbers[0][i] = (float) level.alpha();
            numbers[1][i] = (float) level.sigma();
            numbers[2][i] = (float) level.timestep();
            numbers[3][i] =
                    random.nextDouble() < own.unlabelled() ? icons.labels().size() : icon.label();
            numbers[4][i] = guessed ? 1 : 0;
        }
        float[] noise = BatchRandom.normal(random, clean.length);
        Map<String, Values> tensors = new LinkedHashMap<>();
        tensors.put("clean", new Values(clean, count, bits.bits(), IconSet.SIDE, IconSet.SIDE));
        tensors.put("noise", new Values(noise, count, bits.bits(), IconSet.SIDE, IconSet.SIDE));
        String[] names = {"alpha", "sigma", "timesteps", "labels", "guessed"};
        for (int i = 0; i < names.length; i++) {
            tensors.put(names[i], new Values(numbers[i], count));
        }
        position += count;
        return new Stage.Batch(tensors, count, position);
    }

    @Override
    public void close() {}
}
