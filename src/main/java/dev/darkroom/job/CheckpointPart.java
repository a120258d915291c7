package dev.darkroom.job;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Some denoiser results as bytes: a format version, then for each result the image's index, the evaluation's number,
 * the length and the floats, all big-endian.
 */
final class CheckpointPart {

    private static final byte VERSION = 1;
    private static final int HEADER = 3 * Integer.BYTES;

    private CheckpointPart() {}

    /**
     * The result of one evaluation.
     *
     * @param index of the picture
     * @param evaluation 0, 1, …
     * @param denoised the denoiser's result
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Evaluation(int index, int evaluation, float[] denoised) {

        /** Length in a part. */
        int bytes() {
            return HEADER + denoised.length * Float.BYTES;
        }
    }

    static byte[] encode(List<Evaluation> evaluations) {
        int length = evaluations.stream().mapToInt(Evaluation::bytes).sum();
        ByteBuffer part = ByteBuffer.allocate(1 + length).put(VERSION);
        for (Evaluation one : evaluations) {
            part.putInt(one.index()).putInt(one.evaluation()).putInt(one.denoised().length);
            part.asFloatBuffer().put(one.denoised());
            part.position(part.position() + one.denoised().length * Float.BYTES);
        }
        return part.array();
    }

    /** Empty if another version of Darkroom wrote the part: then the job starts over. */
    static List<Evaluation> decode(byte[] bytes) {
        List<Evaluation> evaluations = new ArrayList<>();
        ByteBuffer part = ByteBuffer.wrap(bytes);
        if (part.get() != VERSION) {
            return evaluations;
        }
        while (part.hasRemaining()) {
            int index = part.getInt();
            int evaluation = part.getInt();
            float[] denoised = new float[part.getInt()];
            part.asFloatBuffer().get(denoised);
            part.position(part.position() + denoised.length * Float.BYTES);
            evaluations.add(new Evaluation(index, evaluation, denoised));
        }
        return evaluations;
    }
}
