package dev.darkroom.imagestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoreKeyTest {

    private static final Path ROOT = Path.of("/store/images");

    @Property
    void noAcceptedKeyLeadsOutOfTheStore(@ForAll("nastyKeys") String key) {
        String accepted;
        try {
            accepted = StoreKey.checked(key);
        } catch (IllegalArgumentException refused) {
            return;
        }
        Path path = ROOT.resolve(accepted);
        assertThat(path.normalize()).isEqualTo(path).startsWithRaw(ROOT).isNotEqualTo(ROOT);
    }

    @Provide
    Arbitrary<String> nastyKeys() {
        Arbitrary<String> parts =
                Arbitraries.of("..", ".", "/", "\\", "a", "-", "_", "A.b", "\0", "%2f", "…", "~", " ");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40), parts.list().ofMaxSize(8).map(list -> String.join("", list)));
    }
}
