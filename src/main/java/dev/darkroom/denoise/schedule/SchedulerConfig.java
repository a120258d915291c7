package dev.darkroom.denoise.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code scheduler_config.json}: the class it names and its options. An option that is missing or null has the default
 * of that class in diffusers.
 *
 * @param className for example {@code PNDMScheduler}
 * @param options entries of the JSON object: strings, numbers, booleans, lists of numbers
 */
public record SchedulerConfig(String className, Map<String, ?> options) {

    private static final String END = "final_sigmas_type";

    public SchedulerConfig {
        Map<String, Object> set = new HashMap<>();
        options.forEach((name, value) -> {
            if (value != null) {
                set.put(name, value);
            }
        });
        options = Map.copyOf(set);
    }

    /** Reads a parsed {@code scheduler_config.json}; its class is the entry {@code _class_name}. */
    public static SchedulerConfig of(Map<String, ?> json) {
        Object name = json.get("_class_name");
        if (!(name instanceof String className)) {
            throw new IllegalArgumentException(
                    "scheduler_config.json has no _class_name; it should name a scheduler class of diffusers");
        }
        return new SchedulerConfig(className, json);
    }

    /**
     * The same options read by another scheduler class, with that class's defaults for what is missing. Where the other
     * class always ends at the smallest sigma, an end that was chosen for this one means nothing.
     */
    public SchedulerConfig as(String otherClass) {
        SchedulerConfig other = new SchedulerConfig(otherClass, options);
        boolean endFixed = !SchedulerDefaults.of(otherClass, END, "zero").equals("zero");
        return endFixed && !otherClass.equals(className) ? other.with(END, null) : other;
    }

    /** The same configuration with one option set; null takes it away, so that it has its default. */
    public SchedulerConfig with(String name, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(options);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new SchedulerConfig(className, changed);
    }

    /** Whether the option is set. */
    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** A number; {@code fallback} is the usual default, from which some classes deviate. */
    public double number(String name, double fallback) {
        Object value = valueOf(name, fallback);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrongType(name, value, "a number");
    }

    /** A number without a default. */
    public @Nullable Double number(String name) {
        return options.get(name) == null ? null : number(name, 0);
    }

    /** A whole number. */
    public int integer(String name, int fallback) {
        double value = number(name, fallback);
        if (value != Math.rint(value)) {
            throw wrongType(name, value, "a whole number");
        }
        return (int) value;
    }

    /** True or false. */
    public boolean flag(String name, boolean fallback) {
        Object value = valueOf(name, fallback);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrongType(name, value, "true or false");
    }

    /** A word. */
    public String text(String name, String fallback) {
        Object value = valueOf(name, fallback);
        if (value instanceof String text) {
            return text;
        }
        throw wrongType(name, value, "a string");
    }

    /** A list of numbers; empty if not set. */
    public double[] numbers(String name) {
        Object value = valueOf(name, List.of());
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Number.class::isInstance)) {
            throw wrongType(name, value, "a list of numbers");
        }
        return list.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
    }

    private Object valueOf(String name, Object fallback) {
        Object value = options.get(name);
        return value != null ? value : SchedulerDefaults.of(className, name, fallback);
    }

    private IllegalArgumentException wrongType(String name, Object value, String expected) {
        return new IllegalArgumentException(
                "option " + name + " of " + className + " should be " + expected + ", not " + value);
    }
}
