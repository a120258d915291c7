package dev.darkroom.api.json;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.api.web.BodyLimits;
import dev.darkroom.api.web.BodyReader;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests, JSON or multipart, as records. Thread-safe. */
@Component
public class RequestBodies {

    private final BodyReader bodies;
    private final StrictJson json;
    private final MultipartForm multipart;

    public RequestBodies(BodyReader bodies, BodyLimits limits) {
        this.bodies = bodies;
        this.json = new StrictJson((int) limits.body().toBytes());
        this.multipart = new MultipartForm(json);
    }

    /**
     * Reads the body.
     *
     * @throws ProblemException if it is no such body at all
     * @throws IOException if the client went away
     */
    public <T extends Record> SentBody<T> read(HttpServletRequest request, Class<T> type)
            throws IOException, ServletException {
        requirePlain(request);
        MessageDigest digest = sha256();
        String contentType = request.getContentType();
        boolean parts = contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, 10);
        ObjectNode object = parts ? multipart.read(request.getParts(), type, digest) : object(request, digest);
        return sent(object, type, digest);
    }

    /**
     * Reads the body, which may also be the bytes of a picture alone.
     *
     * @param picture name of the field that a picture alone stands for, as base64
     */
    public <T extends Record> SentBody<T> read(HttpServletRequest request, Class<T> type, String picture)
            throws IOException, ServletException {
        String contentType = request.getContentType();
        if (contentType == null || !contentType.regionMatches(true, 0, "image/", 0, 6)) {
            return read(request, type);
        }
        requirePlain(request);
        byte[] body = bodies.read(request);
        MessageDigest digest = sha256();
        digest.update(body);
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put(picture, Base64.getEncoder().encodeToString(body));
        return sent(object, type, digest);
    }

    /** Reads JSON that does not come from a request's body, as strictly. */
    public <T extends Record> SentBody<T> parse(String text, Class<T> type) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = sha256();
        digest.update(bytes);
        return sent(json.read(bytes), type, digest);
    }

    private static <T extends Record> SentBody<T> sent(ObjectNode object, Class<T> type, MessageDigest digest) {
        List<FieldError> errors = new ArrayList<>();
        T value = new RecordReader(errors).read(object, type);
        return new SentBody<>(value, HexFormat.of().formatHex(digest.digest()), List.copyOf(errors));
    }

    private ObjectNode object(HttpServletRequest request, MessageDigest digest) throws IOException {
        byte[] body = bodies.read(request);
        digest.update(body);
        return json.read(body);
    }

    private static void requirePlain(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "compressed bodies are not taken; leave out Content-Encoding");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
