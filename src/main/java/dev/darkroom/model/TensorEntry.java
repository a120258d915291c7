package dev.darkroom.model;

/**
 * A tensor as the header of its file describes it.
 *
 * @param type stored number format, as safetensors names it: {@code F32}, {@code BF16}, {@code I64}, …
 * @param shape dimensions; empty for a scalar
 * @param begin offset of its first byte from the first tensor's
 * @param end offset of the byte after its last one
 */
@SuppressWarnings("ArrayRecordComponent")
public record TensorEntry(String type, long[] shape, long begin, long end) {

    /** Length in bytes. */
    public long bytes() {
        return end - begin;
    }
}
