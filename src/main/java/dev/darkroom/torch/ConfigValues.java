package dev.darkroom.torch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values of a {@code config.json}: a missing key and a null both mean the default. */
final class ConfigValues {

    private final String source;
    private final Map<String, Object> values;

    ConfigValues(Checkpoint checkpoint) {
        this.source = checkpoint.source();
        this.values = checkpoint.config();
    }

    int whole(String key, int fallback) {
        Number number = number(key);
        return number == null ? fallback : number.intValue();
    }

    double real(String key, double fallback) {
        Number number = number(key);
        return number == null ? fallback : number.doubleValue();
    }

    boolean flag(String key, boolean fallback) {
        Object value = values.get(key);
        return value == null ? fallback : value.equals(true);
    }

    String text(String key, String fallback) {
        Object value = values.get(key);
        return value == null ? fallback : value.toString();
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A list of whole numbers; one number stands for {@code size} equal ones. A {@code size} of 0 takes any list. */
    List<Integer> wholes(String key, int size, int fallback) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            List<Integer> numbers = list.stream()
                    .map(v -> v instanceof Number n ? n.intValue() : -1)
                    .toList();
            if (numbers.isEmpty() || numbers.stream().anyMatch(n -> n < 0) || size > 0 && numbers.size() != size) {
                throw unusable(key, value, (size > 0 ? size : "one or more") + " whole numbers");
            }
            return numbers;
        }
        if (size == 0) {
            throw unusable(key, value, "a list of whole numbers");
        }
        return Collections.nCopies(size, whole(key, fallback));
    }

    /** For each of {@code size} block types, whether it is the second of the two known ones. */
    List<Boolean> flags(String key, List<String> known, int size) {
        List<String> types = texts(key);
        if (types.size() != size || !known.containsAll(types)) {
            throw unusable(key, types, "a list of " + known);
        }
        return types.stream().map(type -> type.equals(known.get(1))).toList();
    }

    /** Refuses a configuration that this version does not compute. */
    void require(String key, Object expected) {
        Object value = values.get(key);
        if (value != null && !value.equals(expected)) {
            throw unusable(key, value, String.valueOf(expected));
        }
    }

    UnsupportedNetworkException unusable(String key, @Nullable Object value, String expected) {
        return new UnsupportedNetworkException(source + "/config.json: " + key + " is " + value + ", but only "
                + expected + " is supported; use a checkpoint of a supported architecture");
    }

    private @Nullable Number number(String key) {
        Object value = values.get(key);
        if (value != null && !(value instanceof Number)) {
            throw unusable(key, value, "a number");
        }
        return (Number) value;
    }
}
