package dev.darkroom.pipeline;

import org.jspecify.annotations.Nullable;

/** Prompts: text that a tokenizer can take, of bounded length. */
class PromptCheck {

    private final RequestLimits limits;
    private final FieldCheck check;

    PromptCheck(RequestLimits limits, FieldCheck check) {
        this.limits = limits;
        this.check = check;
    }

    String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            check.error(field, "is missing; say what the picture should show");
            return "";
        }
        return optional(field, text);
    }

    String optional(String field, @Nullable String text) {
        if (text == null) {
            return "";
        }
        int length = text.codePointCount(0, text.length());
        if (length > limits.promptCharacters()) {
            check.error(field, "has " + length + " characters; at most " + limits.promptCharacters() + " are taken");
            return "";
        }
        text.codePoints()
                .filter(PromptCheck::unfit)
                .findFirst()
                .ifPresent(point -> check.error(
                        field,
                        "holds the character U+%04X, which is not text; leave out control characters and halves of surrogate pairs"
                                .formatted(point)));
        return text;
    }

    private static boolean unfit(int point) {
        boolean space = point == '\n' || point == '\r' || point == '\t';
        boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return loneSurrogate || (Character.isISOControl(point) && !space);
    }
}
