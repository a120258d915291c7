package dev.darkroom.api.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;

/** The fields that a record has in JSON: its components, and those of unwrapped components beside them. */
final class RecordFields {

    private RecordFields() {}

    /** The components that are fields. */
    static Stream<RecordComponent> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> unwrapped(component) ? of(component.getType()) : Stream.of(component));
    }

    /** Name of a component in JSON. */
    static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    /** Whether the component's own fields stand in its place. */
    static boolean unwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }
}
