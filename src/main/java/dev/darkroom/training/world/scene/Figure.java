package dev.darkroom.training.world.scene;

/**
 * One thing as it is to be drawn.
 *
 * @param mood {@link Mood#HAPPY} for what has no face
 * @param wear {@link Wear#NONE} for what has no face
 * @param wearTone colour of what is worn; its natural one where it has no choice
 */
public record Figure(Thing thing, Tone tone, Mood mood, Wear wear, Tone wearTone) {

    public Figure {
        if (!thing.family().hasFace() && (mood != Mood.HAPPY || wear != Wear.NONE)) {
            throw new IllegalArgumentException("a " + thing.label() + " has neither mood nor wear");
        }
        if (wear.hidesEyes() && mood.inEyesOnly()) {
            throw new IllegalArgumentException(wear.label() + " hide a " + mood.label() + " face");
        }
        if (!thing.colourable() && tone != thing.naturalTone()) {
            throw new IllegalArgumentException("a " + thing.label() + " is never " + tone.label());
        }
        if (!wear.colourable() && wearTone != wear.naturalTone()) {
            throw new IllegalArgumentException(wear.label() + " is never " + wearTone.label());
        }
    }

    /** A thing as it looks when nothing is said but its name. */
    public static Figure plain(Thing thing) {
        return plain(thing, thing.naturalTone());
    }

    public static Figure plain(Thing thing, Tone tone) {
        return new Figure(thing, tone, Mood.HAPPY, Wear.NONE, Wear.NONE.naturalTone());
    }
}
