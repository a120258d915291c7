package dev.darkroom.api.json;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Turns {@code multipart/form-data} (RFC 7578) into the JSON object that would say the same: a part per field, nested
 * fields as {@code output.format}, files as base64; a part named {@code request} may hold JSON for all the rest.
 */
final class MultipartForm {

    private static final String REST = "request";
    private static final int LONGEST_VALUE = 16_384;
    private static final JsonMapper VALUES = new JsonMapper();

    private final StrictJson json;

    MultipartForm(StrictJson json) {
        this.json = json;
    }

    /** The object; what it was made of goes into the digest. */
    ObjectNode read(Collection<Part> parts, Class<? extends Record> type, MessageDigest digest) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Part part : parts) {
            byte[] content = content(part);
            digest.update((part.getName() + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
            if (part.getName().equals(REST)) {
                json.read(content).forEachEntry((name, value) -> put(object, name, value));
            } else {
                putPath(object, part.getName(), value(part, content, type));
            }
        }
        return object;
    }

    private static void putPath(ObjectNode object, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            put(object, path, value);
            return;
        }
        String name = path.substring(0, dot);
        JsonNode inner = object.get(name);
        ObjectNode nested = inner instanceof ObjectNode there ? there : object.putObject(name);
        put(nested, path.substring(dot + 1), value);
    }

    private static void put(ObjectNode object, String name, JsonNode value) {
        if (object.has(name)) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "a field is given by two parts; leave one of them out");
        }
        object.set(name, value);
    }

    private static JsonNode value(Part part, byte[] content, Class<? extends Record> type) {
        if (part.getSubmittedFileName() != null) {
            return StringNode.valueOf(Base64.getEncoder().encodeToString(content));
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return componentType(part.getName(), type)
                .filter(wanted -> wanted != String.class)
                .map(wanted -> spelled(text))
                .orElseGet(() -> StringNode.valueOf(text));
    }

    /** A number, boolean or list as JSON spells it; else the text, whose type the reader will then find wrong. */
    private static JsonNode spelled(String text) {
        try {
            JsonNode node = VALUES.readTree(text.length() > LONGEST_VALUE ? "" : text.strip());
            return node.isNumber() || node.isBoolean() || node.isArray() ? node : StringNode.valueOf(text);
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    private static Optional<Class<?>> componentType(String path, Class<?> type) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Optional<Class<?>> found = RecordFields.of(type)
                .filter(component -> RecordFields.name(component).equals(name))
                .<Class<?>>map(RecordComponent::getType)
                .findFirst();
        return dot < 0
                ? found
                : found.filter(Class::isRecord).flatMap(inner -> componentType(path.substring(dot + 1), inner));
    }

    private static byte[] content(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
