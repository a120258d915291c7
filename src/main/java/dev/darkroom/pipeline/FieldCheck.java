package dev.darkroom.pipeline;

import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.generation.Quoted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that the client hears all of it at once. */
class FieldCheck {

    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> misfits = new ArrayList<>();

    void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** A value that is fine in itself and does not go with the picture or the others. */
    void misfit(String field, String message) {
        misfits.add(new FieldError(field, message));
    }

    /** How many errors there are by now. */
    int errors() {
        return errors.size();
    }

    /** Whether nothing is wrong so far. */
    boolean passes() {
        return errors.isEmpty() && misfits.isEmpty();
    }

    /**
     * @throws InvalidRequestException with everything that is wrong, if a value is
     * @throws ContradictoryRequestException if all values are fine in themselves
     */
    void orThrow() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(
                    Stream.concat(errors.stream(), misfits.stream()).toList());
        }
        if (!misfits.isEmpty()) {
            throw new ContradictoryRequestException(misfits);
        }
    }

    /** The value, or {@code otherwise} when it was not given or lies outside {@code [low, high]}. */
    int within(String field, @Nullable Integer value, int low, int high, int otherwise) {
        return (int) within(field, value == null ? null : (long) value, low, high, otherwise);
    }

    /** The value, or {@code otherwise} when it was not given or lies outside {@code [low, high]}. */
    long within(String field, @Nullable Long value, long low, long high, long otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value < low || value > high) {
            error(field, "is " + value + "; give a whole number from " + low + " to " + high);
            return otherwise;
        }
        return value;
    }

    /** The value, or {@code otherwise} when it was not given, is not finite or lies outside {@code [low, high]}. */
    double within(String field, @Nullable Double value, double low, double high, double otherwise) {
        Double inside = within(field, value, low, high);
        return inside == null ? otherwise : inside;
    }

    /** The value, or null when it was not given, is not finite or lies outside {@code [low, high]}. */
    @Nullable
    Double within(String field, @Nullable Double value, double low, double high) {
        if (value == null) {
            return null;
        }
        if (!(value >= low && value <= high)) {
            error(field, "is " + value + "; give a number from " + plain(low) + " to " + plain(high));
            return null;
        }
        return value;
    }

    /** The constant with this name in lower case, or {@code otherwise} when none was given or there is none such. */
    <E extends Enum<E>> E oneOf(String field, @Nullable String value, E[] constants, E otherwise) {
        if (value == null) {
            return otherwise;
        }
        for (E constant : constants) {
            if (name(constant).equals(value)) {
                return constant;
            }
        }
        word(field, value, Arrays.stream(constants).map(FieldCheck::name).toList());
        return otherwise;
    }

    /** The value, or null when none was given or it is none of these. */
    @Nullable
    String word(String field, @Nullable String value, List<String> words) {
        if (value == null || words.contains(value)) {
            return value;
        }
        error(field, "is " + Quoted.of(value) + "; give one of " + String.join(", ", words));
        return null;
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
