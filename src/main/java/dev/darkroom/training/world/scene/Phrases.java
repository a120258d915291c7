package dev.darkroom.training.world.scene;

import java.util.List;

/** The fixed phrases of captions. Every word that a caption can hold stands here or with an attribute's value. */
final class Phrases {

    static final List<String> PREFIXES = List.of(
            "a picture of",
            "an image of",
            "a drawing of",
            "an illustration of",
            "a sticker of",
            "a cartoon of",
            "a painting of",
            "draw");
    static final List<String> SUFFIXES = List.of(
            "best quality",
            "high quality",
            "masterpiece",
            "highly detailed",
            "cute",
            "simple",
            "clean",
            "beautiful",
            "vector art",
            "digital art",
            "cartoon",
            "sticker",
            "soft light");
    static final List<String> CHARMING = List.of("cute", "lovely", "pretty", "nice", "beautiful", "funny", "sweet");
    static final List<String> OUTLINE_PREFIXES =
            List.of("a line drawing of", "an outline drawing of", "line art of", "an outline of");
    static final List<String> OUTLINE_SUFFIXES = List.of("line art", "outline style", "only lines");
    static final List<String> PIXEL_PREFIXES = List.of("pixel art of", "a pixel art picture of", "a pixel drawing of");
    static final List<String> PIXEL_SUFFIXES = List.of("pixel art", "pixel style", "pixelated");
    static final List<String> PASTEL =
            List.of("on a pastel background", "on a soft background", "on a light background");
    static final List<String> LEFT = List.of("to the left of", "left of", "on the left of");
    static final List<String> RIGHT = List.of("to the right of", "right of", "on the right of");
    static final List<String> ABOVE = List.of("above", "over", "on top of");
    static final List<String> BELOW = List.of("under", "below", "beneath");
    static final List<String> NEXT_TO = List.of("next to", "beside", "and", "with");
    static final List<String> SKIES = List.of("and", "with", "under");
    static final List<String> NUMBERS = List.of("one", "two", "three", "four");
    static final List<String> DIGITS = List.of("1", "2", "3", "4");
    static final List<String> WEARING = List.of("wearing", "with");
    static final List<String> LOVE = List.of("with heart eyes", "in love");
    static final List<String> TEARS_OF_JOY = List.of("with tears of joy");
    static final List<String> TEAR = List.of("with a tear");
    static final List<String> FACES =
            List.of("face/faces", "smiley/smileys", "smiley face/smiley faces", "emoji/emojis");
    /** Words that the grammar puts together itself. */
    static final List<String> GLUE = List.of(
            "a", "an", "the", "on", "with", "background", "left", "right", "in", "colored", "color", "is", "and");

    private Phrases() {}
}
