package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Puts the rows of an evaluation into calls of a network's {@code forward}.
 *
 * @param network whose {@code forward} takes samples, timesteps and contexts
 * @param inChannels of a sample
 * @param cost decides which rows are evaluated together
 */
record RowEvaluation(Network network, int inChannels, UNetCost cost) {

    /** See {@link UNet#evaluate}. */
    List<float[]> evaluate(List<UNetRow> rows, int height, int width, Wrap wrap, Batching batching) {
        rows.forEach(row -> check(row, rows.get(0), height, width));
        if (batching == Batching.THROUGHPUT || !network.device().isCpu()) {
            network.engine().useAllThreads();
            return batch(rows, height, width, wrap);
        }
        List<Callable<List<float[]>>> tasks = new ArrayList<>();
        for (List<UNetRow> own : cost.small(height, width) ? Rows.byImage(rows) : Rows.apart(rows)) {
            tasks.add(() -> batch(own, height, width, wrap));
        }
        return network.engine().sideBySide(tasks).stream().flatMap(List::stream).toList();
    }

    private List<float[]> batch(List<UNetRow> rows, int height, int width, Wrap wrap) {
        int size = inChannels * height * width;
        float[] samples = new float[rows.size() * size];
        float[] timesteps = new float[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).sample(), 0, samples, i * size, size);
            timesteps[i] = (float) rows.get(i).timestep();
        }
        try (Tensors tensors = new Tensors(network.device())) {
            tensors.put("sample", tensors.floats(samples, rows.size(), inChannels, height, width));
            tensors.put("timesteps", tensors.floats(timesteps, rows.size()));
            if (wrap != Wrap.NONE) {
                tensors.put("tiling", tensors.floats(new float[wrap.code()], wrap.code()));
            }
            IValue[] contexts = rows.stream().map(row -> row.context().values()).toArray(IValue[]::new);
            try (IValue inputs = tensors.dict();
                    IValue list = IValue.listFrom(contexts);
                    IValue result = network.runHere("forward", inputs, list)) {
                return Rows.split(tensors.floats(result), rows.size());
            }
        }
    }

    private void check(UNetRow row, UNetRow first, int height, int width) {
        int size = inChannels * height * width;
        if (row.sample().length != size) {
            throw new IllegalArgumentException(
                    "sample: " + row.sample().length + " numbers given, " + size + " needed");
        }
        if (row.context().tokens() != first.context().tokens()) {
            throw new IllegalArgumentException("rows of one batch have different token counts: "
                    + first.context().tokens() + " and " + row.context().tokens());
        }
    }
}
