package dev.darkroom.api.web;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;

/** Reads a body whole, unless it is too large or too slow. Thread-safe. */
public final class BodyReader {

    private static final int CHUNK = 16 * 1024;

    private final BodyLimits limits;
    private final Clock clock;

    public BodyReader(BodyLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The bytes of the body; empty if there is none.
     *
     * @throws ProblemException 413 or 408
     * @throws IOException if the client went away
     */
    public byte[] read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        requireSize(announced);
        try {
            return read(request.getInputStream(), (int) Math.max(0, announced));
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        }
    }

    private byte[] read(InputStream in, int announced) throws IOException {
        Instant end = clock.instant().plus(limits.bodyTime());
        ByteArrayOutputStream body = new ByteArrayOutputStream(Math.min(announced, 1 << 20));
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            body.write(chunk, 0, n);
            requireSize(body.size());
            if (clock.instant().isAfter(end)) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    private void requireSize(long bytes) {
        if (bytes > limits.body().toBytes()) {
            String detail = "the body has more than " + limits.body().toBytes() + " bytes, the bound of this server";
            throw new ProblemException(ProblemType.BODY_TOO_LARGE, detail);
        }
    }

    private ProblemException tooSlow() {
        return new ProblemException(
                ProblemType.REQUEST_TIMEOUT,
                "the body did not arrive in time; it may take "
                        + limits.bodyTime().toSeconds() + " s in all");
    }
}
