package dev.darkroom.model;

/**
 * A tensor as the header of its file describes it.
 *
 * @param type stored number format, as safetensors names it: {@code F32}, {@code BF16}, {@code I64}, …
 * @param shape dimensions; empty for a scalar
 * @param begin first byte after the header
 * @param end the byte after its last one
 */
@SuppressWarnings("ArrayRecordComponent")
public record TensorEntry(String type, long[] shape, long begin, long end) {

    /** Length in bytes. */
    public long bytes() {
        return end - begin;
    }
}
