package dev.darkroom.pipeline;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Words that the operator keeps for everybody.
 *
 * @param styles prompt templates by name
 * @param wildcardsDir folder of text files; {@code __name__} in a prompt becomes a line of {@code name.txt}. Files may
 *     change while the service runs. Without it, {@code __name__} is text
 */
@Validated
@ConfigurationProperties("darkroom")
public record PromptSettings(
        @DefaultValue Map<String, Style> styles, @Nullable Path wildcardsDir) {

    /**
     * A prompt template.
     *
     * @param prompt words for the prompt; {@code {prompt}} in it stands for the prompt of the request, without it the
     *     words follow after a comma
     * @param negativePrompt words for the negative prompt, in the same way
     */
    public record Style(
            @DefaultValue("") String prompt,
            @DefaultValue("") String negativePrompt) {}

    /** No styles, no wildcards. */
    public static PromptSettings none() {
        return new PromptSettings(Map.of(), null);
    }
}
