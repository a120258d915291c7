package dev.darkroom.training.world.scene;

/**
 * A name in both numbers.
 *
 * @param singular one or more words
 * @param plural one or more words
 */
public record Noun(String singular, String plural) {

    static Noun of(String singular) {
        return new Noun(singular, singular + "s");
    }
}
