package dev.darkroom.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UrlSignerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PATH = "/api/v1/jobs/1/images/0";

    private final UrlSigner signer = at(NOW);
    private final UrlSigner.Signature signature = signer.sign(PATH, Duration.ofHours(1));

    @Test
    void itsOwnSignatureIsGoodUntilItExpires() {
        assertThat(signature.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(signature.value()).hasSize(43);
        assertThat(signer.verify(PATH, signature)).isTrue();
        assertThat(at(NOW.plusSeconds(3599)).verify(PATH, signature)).isTrue();
        assertThat(at(NOW.plusSeconds(3600)).verify(PATH, signature)).isFalse();
    }

    @Test
    void aSignatureIsForOnePathOnly() {
        assertThat(signer.verify("/api/v1/jobs/1/images/1", signature)).isFalse();
        assertThat(signer.verify(PATH + "/", signature)).isFalse();
    }

    @Test
    void theExpiryCannotBeMoved() {
        UrlSigner.Signature later = new UrlSigner.Signature(signature.expires() + 1, signature.value());
        assertThat(signer.verify(PATH, later)).isFalse();
    }

    @Test
    void anotherKeyMakesAnotherSignature() {
        byte[] otherKey = new byte[32];
        otherKey[31] = 1;
        UrlSigner other = new UrlSigner(otherKey, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(other.verify(PATH, signature)).isFalse();
    }

    @Test
    void nonsenseIsRefusedQuietly() {
        for (String value : new String[] {"", "A", "ä", "=".repeat(43), signature.value() + "A"}) {
            assertThat(signer.verify(PATH, new UrlSigner.Signature(signature.expires(), value)))
                    .isFalse();
        }
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new UrlSigner(new byte[16], Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UrlSigner at(Instant now) {
        return new UrlSigner(new byte[32], Clock.fixed(now, ZoneOffset.UTC));
    }
}
