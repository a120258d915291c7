package dev.darkroom.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which models there are.
 *
 * @param modelsDir folder whose sub-folders are diffusers directories; a model's id is its folder's name. A folder that
 *     is added while the service runs is found without a restart
 * @param defaultModel id of the model of requests that name none
 */
@Validated
@ConfigurationProperties("darkroom")
public record ModelSettings(
        @Nullable Path modelsDir,
        @DefaultValue(EmbeddedModel.ID) String defaultModel) {}
