package dev.darkroom.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.training.world.scene.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

    @Test
    void captionsBreakBetweenWords() {
        assertThat(ContactSheet.wrapped("a red heart on a blue background", 12))
                .containsExactly("a red heart", "on a blue", "background");
        assertThat(ContactSheet.wrapped("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(ContactSheet.wrapped("", 3)).containsExactly("");
    }

    @Test
    void everyCharacterOfTheWorldsWordsHasItsOwnGlyph() {
        Set<Character> characters = new HashSet<>(Set.of('.', ','));
        Vocabulary.words().forEach(word -> word.chars().forEach(letter -> characters.add((char) letter)));
        Set<String> glyphs = new HashSet<>();
        characters.forEach(character -> glyphs.add(glyph(character)));

        assertThat(glyphs).hasSize(characters.size()).doesNotContain(glyph('\u2603'));
        assertThat(glyph('L')).isEqualTo(glyph('l'));
        assertThat(glyph('l')).startsWith(".##....#....#..");
    }

    @Test
    void picturesStandInRowsAboveTheirCaptions() {
        Example white = example("w", (byte) 0xFF, "");
        Example black = example("b", (byte) 0, "lid");
        Picture sheet = ContactSheet.of(List.of(white, black, black), 2);

        assertThat(sheet.size().width()).isEqualTo(8 + 2 * 28);
        assertThat(sheet.sample(8 + 10, 8 + 10, 0)).isEqualTo(255);
        assertThat(sheet.sample(36 + 10, 8 + 10, 0)).isZero();
        long ink = 0;
        for (int x = 36; x < 56; x++) {
            for (int y = 8 + 20; y < 8 + 40; y++) {
                ink += sheet.sample(x, y, 0) == 0x30 ? 1 : 0;
            }
        }
        assertThat(ink).isBetween(20L, 60L);
    }

    private static Example example(String key, byte shade, String caption) {
        byte[] samples = new byte[20 * 20 * 3];
        java.util.Arrays.fill(samples, shade);
        return new Example(key, Picture.rgb(new Size(20, 20), samples), List.of(caption), Map.of());
    }

    private static String glyph(char character) {
        var dots = new StringBuilder();
        for (int y = 0; y < Letters.HEIGHT; y++) {
            for (int x = 0; x < Letters.WIDTH; x++) {
                dots.append(Letters.dot(character, x, y) ? '#' : '.');
            }
        }
        return dots.toString();
    }
}
