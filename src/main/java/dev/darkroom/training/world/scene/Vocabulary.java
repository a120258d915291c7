package dev.darkroom.training.world.scene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every word that a caption can hold. */
public final class Vocabulary {

    private static final List<List<String>> PHRASES = List.of(
            Phrases.PREFIXES,
            Phrases.SUFFIXES,
            Phrases.CHARMING,
            Phrases.OUTLINE_PREFIXES,
            Phrases.OUTLINE_SUFFIXES,
            Phrases.PIXEL_PREFIXES,
            Phrases.PIXEL_SUFFIXES,
            Phrases.PASTEL,
            Phrases.LEFT,
            Phrases.RIGHT,
            Phrases.ABOVE,
            Phrases.BELOW,
            Phrases.NEXT_TO,
            Phrases.SKIES,
            Phrases.NUMBERS,
            Phrases.DIGITS,
            Phrases.WEARING,
            Phrases.LOVE,
            Phrases.TEARS_OF_JOY,
            Phrases.TEAR,
            Phrases.FACES,
            Phrases.GLUE);

    private static final SortedSet<String> WORDS = collect();

    private Vocabulary() {}

    /** The words in alphabetical order, lower case. */
    public static SortedSet<String> words() {
        return WORDS;
    }

    private static SortedSet<String> collect() {
        List<String> phrases = new ArrayList<>();
        for (Thing thing : Thing.values()) {
            thing.garment().ifPresent(garment -> phrases.addAll(List.of(garment, NounPhrase.plural(garment))));
            thing.names().forEach(noun -> phrases.addAll(List.of(noun.singular(), noun.plural())));
        }
        for (Tone tone : Tone.values()) {
            phrases.addAll(tone.words());
        }
        for (Mood mood : Mood.values()) {
            phrases.addAll(mood.words());
        }
        for (Wear wear : Wear.values()) {
            phrases.addAll(wear.words());
            wear.words().forEach(worn -> phrases.add(worn.endsWith("s") ? worn : worn + "s"));
        }
        for (Background background : Background.values()) {
            phrases.addAll(background.phrases());
        }
        for (Extent extent : Extent.values()) {
            phrases.addAll(extent.words());
        }
        for (Sky sky : Sky.values()) {
            phrases.addAll(sky.words());
        }
        PHRASES.forEach(phrases::addAll);
        return words(phrases);
    }

    private static SortedSet<String> words(Collection<String> phrases) {
        SortedSet<String> words = new TreeSet<>();
        for (String phrase : phrases) {
            words.addAll(List.of(phrase.split("[ /]")));
        }
        return java.util.Collections.unmodifiableSortedSet(words);
    }
}
