package dev.darkroom.training.world.scene;

import dev.darkroom.training.data.Dice;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Draws scenes at random: scene number {@code index} is a function of the seed and the index alone. Thread-safe.
 */
public final class SceneSampler {

    private static final double NATURAL_COLOUR = 0.34;

    private static final List<Family> FAMILIES =
            List.of(Family.SMILEY, Family.ANIMAL, Family.SHAPE, Family.SKY, Family.OBJECT);

    /** Cumulative shares of the families but the last. */
    private static final double[] UP_TO = {0.3, 0.53, 0.7, 0.78};

    private static final double[] FIRST_UP_TO = {0.4, 0.6, 0.88, 0.94};

    private final Curriculum curriculum;
    private final long seed;
    private final Map<Family, List<Thing>> members;

    public SceneSampler(Curriculum curriculum, long seed) {
        this.curriculum = curriculum;
        this.seed = seed;
        this.members = members(curriculum);
    }

    /** A scene for training: none of its combinations is held out. */
    public Scene training(long index) {
        Dice dice = Dice.of(seed, index);
        Scene scene = any(dice);
        while (!HeldOut.reasons(scene).isEmpty()) {
            scene = any(dice);
        }
        return scene;
    }

    /** A scene of any combination, held out or not, in the shares that chance gives them; judges learn from such. */
    public Scene any(long index) {
        return any(Dice.of(seed, index));
    }

    /** A scene that training never sees, for the given reason and perhaps others beside it. */
    public Scene heldOut(HeldOut reason, long index) {
        Dice dice = Dice.of(~seed, index);
        Scene scene = any(dice);
        while (!HeldOut.reasons(scene).contains(reason)) {
            if (curriculum != Curriculum.FULL && (reason == HeldOut.COUNT || reason == HeldOut.RELATION)) {
                throw new IllegalArgumentException("only the full world has numbers and pairs");
            }
            scene = any(dice);
        }
        return scene;
    }

    private Scene any(Dice dice) {
        double kind = curriculum == Curriculum.FULL ? dice.nextDouble() : 0;
        if (kind < 0.52) {
            return styled(single(dice), dice);
        }
        if (kind < 0.72) {
            return several(dice);
        }
        if (kind < 0.86) {
            return pair(dice);
        }
        return landscape(dice);
    }

    private Scene single(Dice dice) {
        Scene scene =
                Scene.of(figure(family(dice), dice, true), dice.nextLong()).withBackground(background(dice));
        double size = dice.nextDouble();
        return size < 0.07 ? scene.withExtent(Extent.SMALL) : size < 0.14 ? scene.withExtent(Extent.BIG) : scene;
    }

    private Scene styled(Scene scene, Dice dice) {
        double style = curriculum == Curriculum.FULL ? dice.nextDouble() : 1;
        if (style < 0.07 && scene.first().tone() != Tone.WHITE) {
            return scene.withStyle(Style.OUTLINE);
        }
        if (style >= 0.07 && style < 0.13) {
            // small things would be a handful of blocks
            return scene.withExtent(scene.extent() == Extent.SMALL ? Extent.MEDIUM : scene.extent())
                    .withStyle(Style.PIXEL);
        }
        return scene;
    }

    private Scene several(Dice dice) {
        Scene scene = Scene.of(figure(family(dice), dice, dice.chance(0.3)), dice.nextLong())
                .withBackground(background(dice));
        int count = dice.oneOf(1, 2, 2, 3, 3, 4, 4);
        return scene.first().thing().plural() ? scene : scene.withCount(count);
    }

    private Scene pair(Dice dice) {
        Figure first = figure(family(dice), dice, dice.chance(0.2));
        Figure second = figure(family(dice), dice, dice.chance(0.2));
        while (second.thing() == first.thing()) {
            second = figure(family(dice), dice, false);
        }
        return Scene.of(first, dice.nextLong())
                .withBackground(background(dice))
                .beside(dice.chance(0.55) ? Relation.LEFT_OF : Relation.ABOVE, second);
    }

    private Scene landscape(Dice dice) {
        Family family = dice.chance(0.7) ? Family.OBJECT : family(dice);
        Figure figure = figure(family, dice, dice.chance(0.3));
        Background background = scenery(figure.thing(), dice);
        Scene scene = Scene.of(figure, dice.nextLong()).withBackground(background);
        if (family == Family.SKY || dice.chance(0.4)) {
            return scene;
        }
        return scene.withSky(
                background == Background.NIGHT
                        ? dice.oneOf(Sky.MOON, Sky.STARS, Sky.CLOUDS)
                        : background == Background.SUNSET
                                ? dice.oneOf(Sky.SUN, Sky.CLOUDS)
                                : dice.oneOf(Sky.SUN, Sky.CLOUDS, Sky.RAINBOW));
    }

    /** The sea is for what swims and flies. */
    private static Background scenery(Thing thing, Dice dice) {
        boolean swims = thing == Thing.BOAT || thing == Thing.FISH;
        if (dice.chance(swims ? 0.6 : thing.family() == Family.SKY ? 0.2 : 0)) {
            return Background.SEA;
        }
        return dice.oneOf(Background.DAY, Background.NIGHT, Background.SUNSET, Background.WINTER);
    }

    private Family family(Dice dice) {
        double[] upTo = curriculum == Curriculum.FIRST ? FIRST_UP_TO : UP_TO;
        double family = dice.nextDouble();
        int index = 0;
        while (index < upTo.length && family >= upTo[index]) {
            index++;
        }
        return FAMILIES.get(index);
    }

    private static Background background(Dice dice) {
        double background = dice.nextDouble();
        return background < 0.45 ? Background.PASTEL : dice.oneOf(Background.PLAIN);
    }

    /** @param expressive whether a face may have a mood and wear something */
    private Figure figure(Family family, Dice dice, boolean expressive) {
        Thing thing = dice.oneOf(members.getOrDefault(family, List.of(Thing.SMILEY)));
        double natural = family == Family.SMILEY ? 0.6 : NATURAL_COLOUR;
        Tone tone = !thing.colourable() || dice.chance(natural) ? thing.naturalTone() : dice.oneOf(Tone.values());
        if (!expressive || !family.hasFace()) {
            return Figure.plain(thing, tone);
        }
        boolean smiley = family == Family.SMILEY;
        Mood mood = dice.chance(smiley ? 0.38 : 0.72) ? Mood.HAPPY : dice.oneOf(Mood.values());
        Wear wear = dice.chance(0.7) ? Wear.NONE : dice.oneOf(Wear.values());
        if (wear.hidesEyes() && mood.inEyesOnly()) {
            mood = Mood.HAPPY;
        }
        Tone wearTone = wear.colourable() && dice.chance(0.6) ? dice.oneOf(Tone.values()) : wear.naturalTone();
        return new Figure(thing, tone, mood, wear, wearTone);
    }

    private static Map<Family, List<Thing>> members(Curriculum curriculum) {
        Map<Family, List<Thing>> members = new EnumMap<>(Family.class);
        for (Family family : Family.values()) {
            members.put(
                    family,
                    Arrays.stream(Thing.values())
                            .filter(thing ->
                                    thing.family() == family && thing.since().compareTo(curriculum) <= 0)
                            .toList());
        }
        return members;
    }
}
