package dev.darkroom.training.world.scene;

import dev.darkroom.training.data.Dice;
import java.util.List;

/**
 * Puts scenes into words. What differs from the defaults is always said; what is as it is by default may be said or
 * not. Names, articles, order and praise vary with the dice. Stateless.
 */
public final class CaptionGrammar {

    /** Words and punctuation marks in the longest caption; a tokenizer of the world's words needs two more. */
    public static final int LONGEST = 30;

    private static final int ATTEMPTS = 20;

    /** A caption that is true to the scene, at most {@link #LONGEST} words and marks. */
    public String caption(Scene scene, Dice dice) {
        String caption = attempt(scene, dice, true);
        for (int i = 0; i < ATTEMPTS && length(caption) > LONGEST; i++) {
            caption = attempt(scene, dice, i < ATTEMPTS / 2);
        }
        if (length(caption) > LONGEST) {
            throw new IllegalStateException("no caption of " + LONGEST + " words for " + scene);
        }
        return caption;
    }

    /** Words and punctuation marks of a caption. */
    public static int length(String caption) {
        return caption.replaceAll("([.,])", " $1").split(" ").length;
    }

    private static String attempt(Scene scene, Dice dice, boolean praise) {
        String start = start(scene, dice);
        boolean bare = start.isEmpty() && scene.relation() == Relation.NONE && dice.chance(0.22);
        boolean styleSaid = scene.style() == Style.FLAT || !start.isEmpty();
        String text = (start.isEmpty() ? "" : start + " ")
                + things(scene, dice, bare)
                + sky(scene, dice)
                + background(scene, dice, bare);
        if (!styleSaid) {
            text += ", "
                    + dice.oneOf(scene.style() == Style.OUTLINE ? Phrases.OUTLINE_SUFFIXES : Phrases.PIXEL_SUFFIXES);
        }
        if (praise && dice.chance(0.14)) {
            text += ", " + dice.oneOf(Phrases.SUFFIXES);
        }
        return dice.chance(0.04) ? text + "." : text;
    }

    private static String start(Scene scene, Dice dice) {
        if (scene.style() == Style.FLAT) {
            return dice.chance(0.24) ? dice.oneOf(Phrases.PREFIXES) : "";
        }
        List<String> starts = scene.style() == Style.OUTLINE ? Phrases.OUTLINE_PREFIXES : Phrases.PIXEL_PREFIXES;
        return dice.chance(0.65) ? dice.oneOf(starts) : "";
    }

    private static String things(Scene scene, Dice dice, boolean bare) {
        String first = new NounPhrase(scene.first(), dice, bare).text(scene.count(), scene.extent());
        if (scene.relation() == Relation.NONE) {
            return first;
        }
        String second = new NounPhrase(scene.figures().get(1), dice, bare).text(1, Extent.MEDIUM);
        boolean sideways = scene.relation() == Relation.LEFT_OF;
        double order = dice.nextDouble();
        if (order < 0.4) {
            return first + " " + dice.oneOf(sideways ? Phrases.LEFT : Phrases.ABOVE) + " " + second;
        }
        if (order < 0.8 || !sideways) {
            return second + " " + dice.oneOf(sideways ? Phrases.RIGHT : Phrases.BELOW) + " " + first;
        }
        if (order < 0.9) {
            return first + " on the left and " + second + " on the right";
        }
        return first + " " + dice.oneOf(Phrases.NEXT_TO) + " " + second;
    }

    private static String sky(Scene scene, Dice dice) {
        return scene.sky() == Sky.NONE
                ? ""
                : " " + dice.oneOf(Phrases.SKIES) + " " + dice.oneOf(scene.sky().words());
    }

    private static String background(Scene scene, Dice dice, boolean bare) {
        Background background = scene.background();
        if (background == Background.PASTEL) {
            return dice.chance(0.1) ? " " + dice.oneOf(Phrases.PASTEL) : "";
        }
        if (background.scenery()) {
            return " " + dice.oneOf(background.phrases());
        }
        String colour = dice.oneOf(background.tone().orElseThrow().words());
        double form = bare ? dice.between(0.7, 1) : dice.nextDouble();
        if (form < 0.6) {
            return " on " + NounPhrase.withArticle(colour + " background");
        }
        if (form < 0.72) {
            return " with " + NounPhrase.withArticle(colour + " background");
        }
        return form < 0.86 ? ", " + colour + " background" : " on " + colour;
    }
}
