package dev.darkroom.api.json;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON object (RFC 8259) and nothing else: UTF-8, no field twice, nothing after it, bounded depth, numbers
 * and names. Thread-safe.
 */
final class StrictJson {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;
    private static final String TWICE = "Duplicate ";

    private final JsonMapper mapper;

    /** @param longest bytes of the largest body, which bounds a string */
    StrictJson(int longest) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .maxStringLength(longest)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The object. */
    ObjectNode read(byte[] body) {
        if (body.length == 0) {
            throw malformed("the body is empty; send a JSON object");
        }
        JsonNode tree = tree(text(body));
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw malformed("the body is JSON, but not an object; it begins with { and ends with }");
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (StreamConstraintsException e) {
            throw malformed("the JSON holds something too large" + place(e) + ": nesting goes to " + DEEPEST
                    + " levels, numbers to " + LONGEST_NUMBER + " characters, names to " + LONGEST_NAME);
        } catch (JacksonException e) {
            throw malformed(
                    e.getOriginalMessage().startsWith(TWICE)
                            ? "a field stands twice in one object" + place(e) + "; leave one of them out"
                            : "the body is not valid JSON (RFC 8259)" + place(e));
        }
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("the body is not valid UTF-8, which JSON has to be");
        }
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }
}
