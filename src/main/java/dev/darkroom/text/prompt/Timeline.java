package dev.darkroom.text.prompt;

import java.util.OptionalDouble;

/**
 * Turns the border of an edit into a step. A border with a decimal point is a part of the steps, one without is a step.
 *
 * @param steps network calls of the pass
 * @param firstPass steps of the pass before, 0 if this is the first: its borders count on from there, parts from 1.0
 * @param old the rule of early versions: below 1 a part, else a step, and no second pass
 */
public record Timeline(int steps, int firstPass, boolean old) {

    /** The first pass, or the only one. */
    public static Timeline of(int steps) {
        return new Timeline(steps, 0, false);
    }

    /** The pass that follows a first one. */
    public static Timeline secondPass(int firstPass, int steps) {
        return new Timeline(steps, firstPass, false);
    }

    /**
     * The last step before a border; below 1 if the border lies before the pass, at most {@code steps}.
     *
     * @param number as it stands in the prompt, a decimal number
     */
    int step(String number) {
        OptionalDouble parsed = Numbers.decimal(number);
        double border = parsed.orElseThrow();
        double step;
        if (old) {
            step = border < 1 ? border * steps : border;
        } else if (number.indexOf('.') >= 0) {
            step = (border - (firstPass > 0 ? 1 : 0)) * steps;
        } else {
            step = border - firstPass;
        }
        return Math.min(steps, (int) step);
    }
}
