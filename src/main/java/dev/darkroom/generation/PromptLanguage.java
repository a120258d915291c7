package dev.darkroom.generation;

/**
 * How prompts become conditioning.
 *
 * @param syntax what their characters mean
 * @param emphasis what weights do; of no meaning for plain text
 */
public record PromptLanguage(PromptSyntax syntax, Emphasis emphasis) {

    /** What a request gets that says nothing: a prompt without special characters is the same as plain text. */
    public static PromptLanguage webui() {
        return new PromptLanguage(PromptSyntax.WEBUI, Emphasis.ORIGINAL);
    }

    /** Text as it stands. */
    public static PromptLanguage plain() {
        return new PromptLanguage(PromptSyntax.PLAIN, Emphasis.ORIGINAL);
    }
}
