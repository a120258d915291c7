package dev.darkroom.training.world.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Everything that can be drawn, with its names (the most usual first) and the colour it has when none is said. */
public enum Thing {
    SMILEY(Curriculum.FIRST, Family.SMILEY, Tone.YELLOW, "smiley face", "smiley", "emoji"),
    CAT(Curriculum.FIRST, Family.ANIMAL, Tone.ORANGE, "cat", "kitten", "cat face"),
    DOG(Curriculum.FIRST, Family.ANIMAL, Tone.BROWN, "dog", "puppy/puppies", "dog face"),
    BEAR(Curriculum.CORE, Family.ANIMAL, Tone.BROWN, "bear", "teddy bear", "bear face"),
    RABBIT(Curriculum.CORE, Family.ANIMAL, Tone.WHITE, "rabbit", "bunny/bunnies", "rabbit face"),
    PIG(Curriculum.CORE, Family.ANIMAL, Tone.PINK, "pig", "piglet", "pig face"),
    PANDA(Curriculum.CORE, Family.ANIMAL, Tone.WHITE, "panda", "panda bear", "panda face"),
    FROG(Curriculum.CORE, Family.ANIMAL, Tone.GREEN, "frog", "frog face"),
    FOX(Curriculum.CORE, Family.ANIMAL, Tone.ORANGE, "fox/foxes", "fox face"),
    HEART(Curriculum.FIRST, Family.SHAPE, Tone.RED, "heart", "love heart"),
    STAR(Curriculum.FIRST, Family.SHAPE, Tone.YELLOW, "star"),
    CIRCLE(Curriculum.FIRST, Family.SHAPE, Tone.BLUE, "circle", "disc", "ball"),
    SQUARE(Curriculum.FIRST, Family.SHAPE, Tone.GREEN, "square"),
    TRIANGLE(Curriculum.FIRST, Family.SHAPE, Tone.PURPLE, "triangle"),
    DIAMOND(Curriculum.CORE, Family.SHAPE, Tone.CYAN, "diamond", "rhombus/rhombuses"),
    SUN(Curriculum.FIRST, Family.SKY, Tone.YELLOW, "sun"),
    MOON(Curriculum.CORE, Family.SKY, Tone.YELLOW, "moon", "crescent moon"),
    CLOUD(Curriculum.CORE, Family.SKY, Tone.WHITE, "cloud"),
    BALLOON(Curriculum.CORE, Family.SKY, Tone.RED, "balloon"),
    FLOWER(Curriculum.FIRST, Family.OBJECT, Tone.PINK, "flower", "blossom"),
    TREE(Curriculum.CORE, Family.OBJECT, Tone.GREEN, "tree"),
    HOUSE(Curriculum.CORE, Family.OBJECT, Tone.YELLOW, "house", "cottage"),
    APPLE(Curriculum.CORE, Family.OBJECT, Tone.RED, "apple"),
    CAKE(Curriculum.CORE, Family.OBJECT, Tone.PINK, "cake", "birthday cake"),
    CAR(Curriculum.CORE, Family.OBJECT, Tone.BLUE, "car"),
    BOAT(Curriculum.CORE, Family.OBJECT, Tone.RED, "boat", "sailboat", "sailing boat"),
    FISH(Curriculum.CORE, Family.OBJECT, Tone.ORANGE, "fish/fish"),
    MUSHROOM(Curriculum.CORE, Family.OBJECT, Tone.RED, "mushroom", "toadstool"),
    RAINBOW(Curriculum.FULL, Family.SKY, Tone.RED, "rainbow"),
    BUTTERFLY(Curriculum.FULL, Family.SKY, Tone.ORANGE, "butterfly/butterflies"),
    PLANE(Curriculum.FULL, Family.SKY, Tone.BLUE, "plane", "airplane"),
    ROCKET(Curriculum.FULL, Family.SKY, Tone.RED, "rocket", "spaceship"),
    STRAWBERRY(Curriculum.FULL, Family.OBJECT, Tone.RED, "strawberry/strawberries"),
    BANANA(Curriculum.FULL, Family.OBJECT, Tone.YELLOW, "banana"),
    CHERRIES(Curriculum.FULL, Family.OBJECT, Tone.RED, "cherries/cherries"),
    LEMON(Curriculum.FULL, Family.OBJECT, Tone.YELLOW, "lemon"),
    PEAR(Curriculum.FULL, Family.OBJECT, Tone.GREEN, "pear"),
    CUPCAKE(Curriculum.FULL, Family.OBJECT, Tone.PINK, "cupcake", "muffin"),
    DONUT(Curriculum.FULL, Family.OBJECT, Tone.PINK, "donut", "doughnut"),
    ICE_CREAM(Curriculum.FULL, Family.OBJECT, Tone.PINK, "ice cream", "ice cream cone"),
    GIFT(Curriculum.FULL, Family.OBJECT, Tone.RED, "gift", "present", "gift box/gift boxes"),
    UMBRELLA(Curriculum.FULL, Family.OBJECT, Tone.PURPLE, "umbrella"),
    BIRD(Curriculum.FULL, Family.OBJECT, Tone.BLUE, "bird", "songbird"),
    SNOWMAN(Curriculum.FULL, Family.OBJECT, Tone.RED, "snowman/snowmen"),
    ROBOT(Curriculum.FULL, Family.OBJECT, Tone.GRAY, "robot"),
    GHOST(Curriculum.FULL, Family.OBJECT, Tone.WHITE, "ghost"),
    GIRL(Curriculum.FULL, Family.OBJECT, Tone.PINK, "girl"),
    BOY(Curriculum.FULL, Family.OBJECT, Tone.GREEN, "boy");

    private final Curriculum since;
    private final Family family;
    private final Tone naturalTone;
    private final List<Noun> names;

    /** @param names each {@code singular} or {@code singular/plural} */
    Thing(Curriculum since, Family family, Tone naturalTone, String... names) {
        this.since = since;
        this.family = family;
        this.naturalTone = naturalTone;
        List<Noun> nouns = new ArrayList<>();
        for (String name : names) {
            int slash = name.indexOf('/');
            nouns.add(slash < 0 ? Noun.of(name) : new Noun(name.substring(0, slash), name.substring(slash + 1)));
        }
        this.names = List.copyOf(nouns);
    }

    /** The narrowest curriculum that has it. */
    public Curriculum since() {
        return since;
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

    /** Whether it comes in any colour; a panda and a rainbow do not. */
    public boolean colourable() {
        return this != PANDA && this != RAINBOW;
    }

    /** Whether its name is a plural already, so that nothing counts it. */
    public boolean plural() {
        return this == CHERRIES;
    }

    /** What has the colour, where it is not the thing itself: {@code a girl in a red dress}. */
    public Optional<String> garment() {
        return switch (this) {
            case GIRL -> Optional.of("dress");
            case BOY -> Optional.of("shirt");
            case SNOWMAN -> Optional.of("scarf");
            default -> Optional.empty();
        };
    }

    /** The label of classifiers and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
