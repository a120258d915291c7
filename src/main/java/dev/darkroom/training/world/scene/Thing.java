package dev.darkroom.training.world.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Everything that can be drawn, with its names (the most usual first) and the colour it has when none is said. */
public enum Thing {
    SMILEY(Family.SMILEY, Tone.YELLOW, "smiley face", "smiley", "emoji"),
    CAT(Family.ANIMAL, Tone.ORANGE, "cat", "kitten", "cat face"),
    DOG(Family.ANIMAL, Tone.BROWN, "dog", "puppy/puppies", "dog face"),
    BEAR(Family.ANIMAL, Tone.BROWN, "bear", "teddy bear", "bear face"),
    RABBIT(Family.ANIMAL, Tone.WHITE, "rabbit", "bunny/bunnies", "rabbit face"),
    PIG(Family.ANIMAL, Tone.PINK, "pig", "piglet", "pig face"),
    PANDA(Family.ANIMAL, Tone.WHITE, "panda", "panda bear", "panda face"),
    FROG(Family.ANIMAL, Tone.GREEN, "frog", "frog face"),
    FOX(Family.ANIMAL, Tone.ORANGE, "fox/foxes", "fox face"),
    HEART(Family.SHAPE, Tone.RED, "heart", "love heart"),
    STAR(Family.SHAPE, Tone.YELLOW, "star"),
    CIRCLE(Family.SHAPE, Tone.BLUE, "circle", "disc", "ball"),
    SQUARE(Family.SHAPE, Tone.GREEN, "square"),
    TRIANGLE(Family.SHAPE, Tone.PURPLE, "triangle"),
    DIAMOND(Family.SHAPE, Tone.CYAN, "diamond", "rhombus/rhombuses"),
    SUN(Family.SKY, Tone.YELLOW, "sun"),
    MOON(Family.SKY, Tone.YELLOW, "moon", "crescent moon"),
    CLOUD(Family.SKY, Tone.WHITE, "cloud"),
    BALLOON(Family.SKY, Tone.RED, "balloon"),
    FLOWER(Family.OBJECT, Tone.PINK, "flower", "blossom"),
    TREE(Family.OBJECT, Tone.GREEN, "tree"),
    HOUSE(Family.OBJECT, Tone.YELLOW, "house", "cottage"),
    APPLE(Family.OBJECT, Tone.RED, "apple"),
    CAKE(Family.OBJECT, Tone.PINK, "cake", "birthday cake"),
    CAR(Family.OBJECT, Tone.BLUE, "car"),
    BOAT(Family.OBJECT, Tone.RED, "boat", "sailboat", "sailing boat"),
    FISH(Family.OBJECT, Tone.ORANGE, "fish/fish"),
    MUSHROOM(Family.OBJECT, Tone.RED, "mushroom", "toadstool");

    private final Family family;
    private final Tone naturalTone;
    private final List<Noun> names;

    /** @param names each {@code singular} or {@code singular/plural} */
    Thing(Family family, Tone naturalTone, String... names) {
        this.family = family;
        this.naturalTone = naturalTone;
        List<Noun> nouns = new ArrayList<>();
        for (String name : names) {
            int slash = name.indexOf('/');
            nouns.add(slash < 0 ? Noun.of(name) : new Noun(name.substring(0, slash), name.substring(slash + 1)));
        }
        this.names = List.copyOf(nouns);
    }

    public Family family() {
        return family;
    }

    /** The colour when nothing is said. */
    public Tone naturalTone() {
        return naturalTone;
    }

    public List<Noun> names() {
        return names;
    }

    /** Whether it comes in any colour; a panda does not. */
    public boolean colourable() {
        return this != PANDA;
    }

    /** The label of classifiers and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
