package dev.darkroom.torch;

/**
 * The class of the picture to draw.
 *
 * @param number from 0; of no meaning for a network without classes
 */
public record ClassLabel(int number) implements Condition {

    /** For a network without classes. */
    public static final ClassLabel NOTHING = new ClassLabel(0);

    @Override
    public int tokens() {
        return 0;
    }
}
