package dev.darkroom.training.world.scene;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies behind everything. */
public enum Background {
    /** A pale colour of no name, other for each picture: when nothing is said. */
    PASTEL(null),
    RED(Tone.RED),
    ORANGE(Tone.ORANGE),
    YELLOW(Tone.YELLOW),
    GREEN(Tone.GREEN),
    CYAN(Tone.CYAN),
    BLUE(Tone.BLUE),
    PURPLE(Tone.PURPLE),
    PINK(Tone.PINK),
    BROWN(Tone.BROWN),
    BLACK(Tone.BLACK),
    WHITE(Tone.WHITE),
    GRAY(Tone.GRAY),
    DAY(null, "on a sunny day", "in the daytime", "in a meadow", "on the grass"),
    NIGHT(null, "at night", "in the night"),
    SUNSET(null, "at sunset", "in the evening"),
    WINTER(null, "in winter", "in the snow"),
    SEA(null, "on the sea", "at sea", "on the water");

    /** The backgrounds of one named colour. */
    public static final List<Background> PLAIN = Arrays.stream(values())
            .filter(background -> background.tone != null)
            .toList();

    /** The backgrounds with sky and ground. */
    public static final List<Background> SCENERY = List.of(DAY, NIGHT, SUNSET, WINTER, SEA);

    private final @Nullable Tone tone;
    private final List<String> phrases;

    Background(@Nullable Tone tone, String... phrases) {
        this.tone = tone;
        this.phrases = List.of(phrases);
    }

    /** The colour of a plain background. */
    public Optional<Tone> tone() {
        return Optional.ofNullable(tone);
    }

    /** How scenery is said, the most usual first; empty for colours. */
    public List<String> phrases() {
        return phrases;
    }

    public boolean scenery() {
        return SCENERY.contains(this);
    }

    /** The label of classifiers and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
