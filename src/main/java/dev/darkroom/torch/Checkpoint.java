package dev.darkroom.torch;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One network as it lies on disk: its configuration and its weights by name. Thread-safe. */
public interface Checkpoint {

    /** Where it comes from, for messages: a path. */
    String source();

    /** The content of {@code config.json}. */
    Map<String, Object> config();

    /** Names of all tensors. */
    Set<String> names();

    /** One tensor, null if there is none of this name. */
    @Nullable
    Weight weight(String name);

    /**
     * A stored tensor.
     *
     * @param file the file it lies in, for messages
     * @param element its numbers
     * @param shape its dimensions
     * @param data direct buffer in native order, exactly the tensor's bytes; stays valid as long as somebody holds it. A
     *     read-only one is taken to be a mapped file: its pages may be released after loading
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Weight(String file, Element element, long[] shape, ByteBuffer data) {}

    /** Stored number formats. */
    enum Element {
        F32,
        F16,
        BF16,
        OTHER
    }
}
