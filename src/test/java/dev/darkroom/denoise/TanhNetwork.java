package dev.darkroom.denoise;

import dev.darkroom.golden.GoldenTensors;

/** {@code tanh(a * x + b * sin(t / 100))}, whatever the prediction type. */
@SuppressWarnings("ArrayRecordComponent")
record TanhNetwork(float[] a, float[] b) implements AnalyticNetwork {

    static TanhNetwork read(GoldenTensors tensors) {
        return new TanhNetwork(tensors.floats("tanh/a"), tensors.floats("tanh/b"));
    }

    @Override
    public float[] evaluate(float[] input, NoiseLevel level, OutputForm output) {
        double sine = Math.sin(level.timestep() / 100);
        float[] values = new float[input.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.tanh((double) a[i] * input[i] + b[i] * sine);
        }
        return values;
    }
}
