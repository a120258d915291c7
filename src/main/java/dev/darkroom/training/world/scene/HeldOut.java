package dev.darkroom.training.world.scene;

import dev.darkroom.training.data.Dice;
import java.util.EnumSet;
import java.util.Set;

/**
 * Combinations that training never sees, so that evaluation can ask for them. A combination is held out if a hash of
 * its names says so; the rule therefore never changes with the order of drawing, the curriculum or the seed. What
 * people see as the thing itself (its natural colour, an undressed happy face) is never held out.
 */
public enum HeldOut {
    /** A thing in a colour. */
    COLOUR,
    /** A thing in a colour before a plain background. */
    BACKGROUND,
    /** A number of things in a colour. */
    COUNT,
    /** A face of a thing with a mood and something worn. */
    FACE,
    /** Two things in a relation. */
    RELATION;

    private static final double PAIRS = 0.06;
    private static final double TRIPLES = 0.10;

    /** Why a scene is held out; empty if it may be seen in training. */
    public static Set<HeldOut> reasons(Scene scene) {
        Set<HeldOut> reasons = EnumSet.noneOf(HeldOut.class);
        for (Figure figure : scene.figures()) {
            if (colour(figure)) {
                reasons.add(COLOUR);
            }
            if (face(figure)) {
                reasons.add(FACE);
            }
            if (background(figure, scene.background())) {
                reasons.add(BACKGROUND);
            }
        }
        if (scene.count() > 1
                && hashed(
                        TRIPLES,
                        COUNT,
                        scene.count(),
                        scene.first().thing(),
                        scene.first().tone())) {
            reasons.add(COUNT);
        }
        if (scene.relation() != Relation.NONE
                && hashed(
                        TRIPLES,
                        RELATION,
                        scene.first().thing(),
                        scene.relation(),
                        scene.figures().get(1).thing())) {
            reasons.add(RELATION);
        }
        return reasons;
    }

    private static boolean colour(Figure figure) {
        return figure.tone() != figure.thing().naturalTone() && hashed(PAIRS, COLOUR, figure.thing(), figure.tone());
    }

    private static boolean background(Figure figure, Background background) {
        return background.tone().isPresent()
                && figure.tone() != figure.thing().naturalTone()
                && hashed(TRIPLES, BACKGROUND, figure.thing(), figure.tone(), background);
    }

    private static boolean face(Figure figure) {
        return figure.mood() != Mood.HAPPY
                && figure.wear() != Wear.NONE
                && hashed(TRIPLES, FACE, figure.thing(), figure.mood(), figure.wear());
    }

    /** FNV-1a over the names, scattered, against a share. */
    private static boolean hashed(double share, HeldOut rule, Object... names) {
        long hash = 0xCBF29CE484222325L;
        StringBuilder text = new StringBuilder(rule.name());
        for (Object name : names) {
            text.append('|').append(name);
        }
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return (Dice.mixed(hash) >>> 11) * 0x1.0p-53 < share;
    }
}
