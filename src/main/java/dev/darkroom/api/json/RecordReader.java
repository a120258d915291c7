package dev.darkroom.api.json;

import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object into a record whose components are nullable and carry the names of {@link RecordFields}. Everything that
 * does not fit goes into {@code errors}; the component is null then. An explicit null is as if the field were absent. A
 * component that is unwrapped, itself a record, is never null: its fields stand beside the others.
 */
final class RecordReader {

    private static final int MOST_ELEMENTS = 1024;

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
        List<String> names = RecordFields.of(type).map(RecordFields::name).toList();
        object.propertyNames().stream()
                .filter(given -> !names.contains(given))
                .forEach(given -> errors.add(unknown(prefix, given, names)));
        return known(object, type, prefix);
    }

    private <T extends Record> T known(ObjectNode object, Class<T> type, String prefix) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> RecordFields.unwrapped(component)
                        ? known(object, component.getType().asSubclass(Record.class), prefix)
                        : value(
                                object.get(RecordFields.name(component)),
                                component.getGenericType(),
                                prefix + RecordFields.name(component)))
                .toArray();
        return construct(type, components, values);
    }

    private @Nullable Object value(@Nullable JsonNode node, Type type, String field) {
        if (node == null || node.isNull()) {
            return null;
        }
        Class<?> kind = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (kind.isRecord() && node instanceof ObjectNode object) {
            return read(object, kind.asSubclass(Record.class), field + ".");
        }
        if (kind == Map.class && node instanceof ObjectNode object) {
            return texts(object, field);
        }
        if (kind == List.class && type instanceof ParameterizedType generic) {
            return list(node, generic.getActualTypeArguments()[0], field);
        }
        try {
            return Scalar.of(kind).value(node);
        } catch (Scalar.MisfitException e) {
            errors.add(new FieldError(field, e.misfit()));
            return null;
        }
    }

    private @Nullable List<Object> list(JsonNode node, Type type, String field) {
        if (!(node instanceof ArrayNode array) || array.size() > MOST_ELEMENTS) {
            errors.add(new FieldError(field, "is not a list of at most " + MOST_ELEMENTS + " values; give [value, …]"));
            return null;
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String place = field + "[" + i + "]";
            Object element = value(array.get(i), type, place);
            if (element != null) {
                elements.add(element);
            } else if (array.get(i).isNull()) {
                errors.add(new FieldError(place, "is null; leave it out"));
            }
        }
        return elements;
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
}
