package dev.darkroom.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputPicturesTest {

    /** Of the three bytes {@code abc}, from FIPS 180-2. */
    private static final String ABC = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final byte[] BYTES = {'a', 'b', 'c'};

    @TempDir
    Path folder;

    private InputPictures pictures;

    @BeforeEach
    void open() {
        pictures = new InputPictures(new LocalImageStore(folder), Clock.systemUTC());
    }

    @Test
    void theReferenceIsTheHashOfTheContent() {
        assertThat(pictures.put(BYTES)).isEqualTo(ABC).isEqualTo(pictures.put(BYTES));
        assertThat(pictures.exists(ABC)).isTrue();
        assertThat(pictures.get(ABC)).contains(BYTES);
    }

    @Test
    void anUnknownPictureIsEmpty() {
        assertThat(pictures.exists(ABC)).isFalse();
        assertThat(pictures.get(ABC)).isEmpty();
    }

    @Test
    void whatIsNoReferenceIsRefused() {
        for (String text :
                new String[] {"", "sha256:", "sha256:../../etc/passwd", ABC.toUpperCase(), ABC + "0", "abc"}) {
            assertThat(InputPictures.isReference(text)).isFalse();
            assertThatThrownBy(() -> pictures.get(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void damageIsFoundWhenReading() throws IOException {
        pictures.put(BYTES);
        Files.write(file(), new byte[] {'a', 'b', 'd'});
        assertThatThrownBy(() -> pictures.get(ABC))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("send the picture again");
    }

    @Test
    void onlyUnusedAndUnneededPicturesAreRemoved() throws IOException {
        Instant weekAgo = Instant.now().minus(Duration.ofDays(7));
        pictures.put(BYTES);
        assertThat(pictures.deleteUnusedSince(weekAgo, reference -> false)).isZero();
        age();
        assertThat(pictures.deleteUnusedSince(weekAgo, ABC::equals)).isZero();
        assertThat(pictures.deleteUnusedSince(weekAgo, reference -> false)).isEqualTo(1);
        assertThat(pictures.exists(ABC)).isFalse();
    }

    @Test
    void everyUseRenewsAPicture() throws IOException {
        Instant weekAgo = Instant.now().minus(Duration.ofDays(7));
        for (Runnable use :
                new Runnable[] {() -> pictures.put(BYTES), () -> pictures.get(ABC), () -> pictures.exists(ABC)}) {
            pictures.put(BYTES);
            age();
            use.run();
            assertThat(pictures.deleteUnusedSince(weekAgo, reference -> false)).isZero();
        }
    }

    private void age() throws IOException {
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minus(Duration.ofDays(8))));
    }

    private Path file() {
        return folder.resolve("inputs/ba/" + ABC.substring("sha256:".length()));
    }
}
