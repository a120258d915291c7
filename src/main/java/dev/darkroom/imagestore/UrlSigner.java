package dev.darkroom.imagestore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the path of a URL until an instant, with HMAC-SHA256 (RFC 2104). Thread-safe. */
public final class UrlSigner {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    /** @param key at least 32 secret bytes */
    public UrlSigner(byte[] key, Clock clock) {
        if (key.length < 32) {
            throw new IllegalArgumentException("a signing key has at least 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.clock = clock;
    }

    /** What to add to the URL of {@code path} so that it is good for {@code validity} from now. */
    public Signature sign(String path, Duration validity) {
        long expires = clock.instant().plus(validity).getEpochSecond();
        return new Signature(expires, value(path, expires));
    }

    /** True if this signer made the signature for this path and it has not expired. Takes the same time for every wrong signature. */
    public boolean verify(String path, Signature signature) {
        byte[] expected = value(path, signature.expires()).getBytes(StandardCharsets.US_ASCII);
        byte[] given = signature.value().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given) && clock.instant().getEpochSecond() < signature.expires();
    }

    private String value(String path, long expires) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(path, expires));
    }

    private byte[] hmac(String path, long expires) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((expires + "\n" + path).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * The two parameters of a signed URL.
     *
     * @param expires second since the epoch from which it is refused
     * @param value base64url without padding, 43 characters
     */
    public record Signature(long expires, String value) {

        /** When it is refused from on. */
        public Instant expiresAt() {
            return Instant.ofEpochSecond(expires);
        }
    }
}
