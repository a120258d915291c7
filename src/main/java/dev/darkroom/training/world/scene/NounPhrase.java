package dev.darkroom.training.world.scene;

import dev.darkroom.training.data.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One figure, or several alike, in words: {@code two happy red cats wearing hats}. */
final class NounPhrase {

    private static final double SAY_DEFAULT_COLOUR = 0.3;
    private static final double SAY_DEFAULT_MOOD = 0.2;
    private static final Map<Mood, List<String>> AFTERTHOUGHTS =
            Map.of(Mood.IN_LOVE, Phrases.LOVE, Mood.LAUGHING, Phrases.TEARS_OF_JOY, Mood.SAD, Phrases.TEAR);

    private final Figure figure;
    private final Dice dice;
    private final boolean bare;

    /** @param bare without an article, as in a list of tags */
    NounPhrase(Figure figure, Dice dice, boolean bare) {
        this.figure = figure;
        this.dice = dice;
        this.bare = bare;
    }

    /** The figure, or {@code count} of it; the extent is said unless it is medium. */
    String text(int count, Extent extent) {
        List<String> adjectives = new ArrayList<>();
        if (dice.chance(0.1)) {
            adjectives.add(dice.oneOf(Phrases.CHARMING));
        }
        if (extent != Extent.MEDIUM) {
            adjectives.add(dice.oneOf(extent.words()));
        }
        String afterthought = "";
        List<String> afterthoughts = figure.thing().family() == Family.SMILEY
                ? AFTERTHOUGHTS.getOrDefault(figure.mood(), List.of())
                : figure.mood() == Mood.IN_LOVE ? Phrases.LOVE : List.of();
        boolean moodSaid =
                figure.mood() != Mood.HAPPY || (figure.thing().family().hasFace() && dice.chance(SAY_DEFAULT_MOOD));
        if (moodSaid && figure.mood() != Mood.SAD && !afterthoughts.isEmpty() && dice.chance(0.6)) {
            afterthought = " " + dice.oneOf(afterthoughts);
        } else if (moodSaid) {
            adjectives.add(moodWord());
        }
        String garment = figure.thing().garment().orElse("");
        if (colourSaid()) {
            String colour = dice.oneOf(figure.tone().words());
            if (garment.isEmpty()) {
                adjectives.add(colour);
            } else {
                afterthought = dressed(colour, garment, count);
            }
        }
        Noun noun = noun(moodSaid);
        String text = String.join(" ", adjectives)
                + (adjectives.isEmpty() ? "" : " ")
                + (count > 1 ? noun.plural() : noun.singular())
                + afterthought
                + wearing(count);
        return determined(text, count);
    }

    private String dressed(String colour, String garment, int count) {
        String word = dice.chance(0.6) ? " in " : " with ";
        return word + (count > 1 ? colour + " " + plural(garment) : withArticle(colour + " " + garment));
    }

    static String plural(String garment) {
        return garment.endsWith("s") ? garment + "es" : garment.replaceFirst("f$", "ve") + "s";
    }

    private String moodWord() {
        boolean smiley = figure.thing().family() == Family.SMILEY;
        List<String> words = figure.mood().words();
        // an animal sheds no tears
        return figure.mood() == Mood.SAD && !smiley ? words.get(dice.below(2)) : dice.oneOf(words);
    }

    private boolean colourSaid() {
        if (!figure.thing().colourable()) {
            return false;
        }
        return figure.tone() != figure.thing().naturalTone() || dice.chance(SAY_DEFAULT_COLOUR);
    }

    /** A smiley whose mood was named may be a plain face, one that is not happy should seldom be called a smiley. */
    private Noun noun(boolean moodSaid) {
        if (figure.thing() != Thing.SMILEY || !moodSaid) {
            List<Noun> names = figure.thing().names();
            return dice.chance(0.55) ? names.get(0) : dice.oneOf(names);
        }
        String face = dice.oneOf(Phrases.FACES);
        int slash = face.indexOf('/');
        return new Noun(face.substring(0, slash), face.substring(slash + 1));
    }

    private String wearing(int count) {
        Wear wear = figure.wear();
        if (wear == Wear.NONE) {
            return "";
        }
        String worn = dice.oneOf(wear.words());
        if (wear.colourable() && (figure.wearTone() != wear.naturalTone() || dice.chance(SAY_DEFAULT_COLOUR))) {
            worn = worn.replaceFirst("^an? ", "");
            worn = withArticle(dice.oneOf(figure.wearTone().words()) + " " + worn);
        }
        if (count > 1) {
            worn = worn.replaceFirst("^an? ", "") + (worn.endsWith("s") ? "" : "s");
        }
        return " " + dice.oneOf(Phrases.WEARING) + " " + worn;
    }

    private String determined(String text, int count) {
        if (count > 1) {
            return number(count) + " " + text;
        }
        if (bare || figure.thing().plural()) {
            return text;
        }
        if (figure.thing() == Thing.SUN && dice.chance(0.5)) {
            return "the " + text;
        }
        return dice.chance(0.06) ? number(1) + " " + text : withArticle(text);
    }

    private String number(int count) {
        return dice.chance(0.75) ? Phrases.NUMBERS.get(count - 1) : Phrases.DIGITS.get(count - 1);
    }

    static String withArticle(String text) {
        return ("aeiou".indexOf(text.charAt(0)) >= 0 ? "an " : "a ") + text;
    }
}
