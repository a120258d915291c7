package dev.darkroom.plot;

/**
 * An axis of a panel.
 *
 * @param title what it measures, with its unit
 * @param logarithmic whether equal factors have equal lengths
 */
public record Axis(String title, boolean logarithmic) {

    /** An axis on which equal differences have equal lengths. */
    public static Axis linear(String title) {
        return new Axis(title, false);
    }

    /** An axis on which equal factors have equal lengths. */
    public static Axis logarithmic(String title) {
        return new Axis(title, true);
    }
}
