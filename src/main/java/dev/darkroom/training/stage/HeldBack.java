package dev.darkroom.training.stage;

import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.data.ExampleSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Splits a source by a hash of the examples' keys: one in twenty is never trained on, but measured. */
final class HeldBack {

    private static final int ONE_IN = 20;

    /** How far is read to find enough of them, as a multiple of the expected number. */
    private static final int PATIENCE = 4;

    private HeldBack() {}

    static boolean is(String key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return Integer.remainderUnsigned(hash ^ hash >>> 15, ONE_IN) == 0;
    }

    /** The next example that is trained on. */
    static Example trained(ExampleReader reader) throws IOException {
        Example example = reader.next();
        while (is(example.key())) {
            example = reader.next();
        }
        return example;
    }

    /** The next caption that is trained on. */
    static Caption trained(CaptionReader reader) throws IOException {
        Caption caption = reader.next();
        while (is(caption.key())) {
            caption = reader.next();
        }
        return caption;
    }

    /** Examples that are never trained on; of a source with too few of them, its first ones instead. */
    static List<Example> measured(ExampleSource source, int count) throws IOException {
        List<Example> held = new ArrayList<>();
        List<Example> first = new ArrayList<>();
        try (ExampleReader reader = source.open(0)) {
            for (int i = 0; i < count * ONE_IN * PATIENCE && held.size() < count; i++) {
                Example example = reader.next();
                if (is(example.key())) {
                    held.add(example);
                }
                if (first.size() < count) {
                    first.add(example);
                }
            }
        }
        return held.isEmpty() ? first : held;
    }
}
