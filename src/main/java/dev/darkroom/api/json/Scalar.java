package dev.darkroom.api.json;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** How a JSON value becomes a Java one, without any bending of types. */
enum Scalar {
    TEXT(String.class, "a string") {
        @Override
        Object value(JsonNode node) {
            return require(node.isString(), node).asString();
        }
    },
    INTEGER(Integer.class, "a whole number from -2147483648 to 2147483647") {
        @Override
        Object value(JsonNode node) {
            return (int) whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
    },
    LONG(Long.class, "a whole number from -9223372036854775808 to 9223372036854775807") {
        @Override
        Object value(JsonNode node) {
            return whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
        }
    },
    NUMBER(Double.class, "a finite number") {
        @Override
        Object value(JsonNode node) {
            require(node.isNumber(), node);
            require(Double.isFinite(node.doubleValue()), node);
            return node.doubleValue();
        }
    },
    BOOLEAN(Boolean.class, "true or false") {
        @Override
        Object value(JsonNode node) {
            return require(node.isBoolean(), node).booleanValue();
        }
    },
    INSTANT(Instant.class, "an instant such as \"2030-01-31T12:00:00Z\" (RFC 3339)") {
        @Override
        Object value(JsonNode node) {
            try {
                return Instant.parse(require(node.isString(), node).asString());
            } catch (DateTimeParseException e) {
                throw misfit(node);
            }
        }
    },
    OBJECT(Object.class, "an object") {
        @Override
        Object value(JsonNode node) {
            throw misfit(node);
        }
    };

    private static final double EXACT = 1L << 53;

    private final Class<?> type;
    private final String wanted;

    Scalar(Class<?> type, String wanted) {
        this.type = type;
        this.wanted = wanted;
    }

    static Scalar of(Class<?> type) {
        return Arrays.stream(values())
                .filter(scalar -> scalar.type == type)
                .findFirst()
                .orElse(OBJECT);
    }

    /**
     * The value.
     *
     * @throws MisfitException if the node is of another type or out of range
     */
    abstract Object value(JsonNode node);

    /** A number without a fraction; 20.0 counts, as in JSON Schema. */
    long whole(JsonNode node, long low, long high) {
        require(node.isNumber(), node);
        if (node.isIntegralNumber()) {
            require(node.canConvertToLong(), node);
            require(node.longValue() >= low && node.longValue() <= high, node);
            return node.longValue();
        }
        double value = node.doubleValue();
        require(value == Math.rint(value) && Math.abs(value) <= EXACT && value >= low && value <= high, node);
        return (long) value;
    }

    JsonNode require(boolean fits, JsonNode node) {
        if (!fits) {
            throw misfit(node);
        }
        return node;
    }

    MisfitException misfit(JsonNode node) {
        String given = switch (node.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> node.isIntegralNumber() ? "a whole number out of range" : "a number that does not fit";
            case BOOLEAN -> "true or false";
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case NULL, MISSING, BINARY -> "nothing";
        };
        return new MisfitException("is " + given + "; give " + wanted);
    }

    /** The value is of another type or out of range. */
    static final class MisfitException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String misfit;

        MisfitException(String misfit) {
            super(misfit, null, false, false);
            this.misfit = misfit;
        }

        /** What is wrong and what would be right. */
        String misfit() {
            return misfit;
        }
    }
}
