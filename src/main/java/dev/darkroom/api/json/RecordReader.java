package dev.darkroom.api.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object into a record whose components are nullable and carry {@link JsonProperty} names. Everything that
 * does not fit goes into {@code errors}; the component is null then. An explicit null is as if the field were absent.
 */
final class RecordReader {

    private final List<FieldError> errors;

    /** @param errors where what is wrong is added */
    RecordReader(List<FieldError> errors) {
        this.errors = errors;
    }

    /** The record. */
    <T extends Record> T read(ObjectNode object, Class<T> type) {
        return read(object, type, "");
    }

    private <T extends Record> T read(ObjectNode object, Class<T> type, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordReader::name).toList();
        object.propertyNames().stream()
                .filter(given -> !names.contains(given))
                .forEach(given -> errors.add(unknown(prefix, given, names)));
        Object[] values = Arrays.stream(components)
                .map(component -> value(object.get(name(component)), component.getType(), prefix + name(component)))
                .toArray();
        return construct(type, components, values);
    }

    private @Nullable Object value(@Nullable JsonNode node, Class<?> type, String field) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (type.isRecord() && node instanceof ObjectNode object) {
            return read(object, type.asSubclass(Record.class), field + ".");
        }
        if (type == Map.class && node instanceof ObjectNode object) {
            return texts(object, field);
        }
        try {
            return Scalar.of(type).value(node);
        } catch (Scalar.MisfitException e) {
            errors.add(new FieldError(field, e.misfit()));
            return null;
        }
    }

    private Map<String, String> texts(ObjectNode object, String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.forEachEntry((name, node) -> {
            Object text = value(node, String.class, field + "." + name);
            if (text != null) {
                texts.put(name, (String) text);
            }
        });
        return texts;
    }

    private static FieldError unknown(String prefix, String given, List<String> names) {
        String hint = NearNames.hint(given, names);
        return new FieldError(
                prefix + given,
                Quoted.of(prefix + given) + " is not a field of this request"
                        + (hint.isEmpty() ? "; leave it out, see /swagger-ui.html for those that are" : hint));
    }

    private static <T> T construct(Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not a plain record", e);
        }
    }

    /** Name of a component in JSON. */
    static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }
}
