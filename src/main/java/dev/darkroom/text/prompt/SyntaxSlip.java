package dev.darkroom.text.prompt;

/** Something in a prompt that looks like the language but does not follow its rules, and is plain text therefore. */
public enum SyntaxSlip {
    /** A bar outside of square brackets. */
    LOOSE_BAR("a | outside of [ ] makes the whole prompt plain text, [from:to:when] and [a|b] too; write \\| for the"
            + " character"),
    /** A backslash at the end. */
    LAST_BACKSLASH("a \\ at the end makes the whole prompt plain text, [from:to:when] and [a|b] too"),
    /** An opener without closer. */
    UNCLOSED("a bracket is not closed; it counts as closed at the end"),
    /** A closer without opener. */
    UNOPENED("a closing bracket has no opening one and is plain text; write \\) or \\] for the character"),
    /** A weight like 1.2.3. */
    BAD_WEIGHT("a weight is no number and is plain text; write (words:1.2)");

    private final String sentence;

    SyntaxSlip(String sentence) {
        this.sentence = sentence;
    }

    /** What the user should know, without a full stop. */
    public String sentence() {
        return sentence;
    }
}
