package dev.darkroom.pipeline;

import dev.darkroom.image.ImageLimits;
import dev.darkroom.imagestore.InputPictures;
import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what turns a draft into a complete request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestLimits.class, PromptSettings.class})
class RequestConfiguration {

    @Bean
    SourcePictures sourcePictures(ImageLimits limits, InputPictures inputs) {
        return new SourcePictures(limits, inputs);
    }

    @Bean
    Styles styles(PromptSettings words) {
        return new Styles(words);
    }

    @Bean
    Wildcards wildcards(PromptSettings words) {
        return new Wildcards(words);
    }

    @Bean
    RequestResolver requestResolver(
            ModelChoices models, RequestLimits limits, SourcePictures pictures, PromptSettings words) {
        return new RequestResolver(models, limits, pictures, words, new SecureRandom());
    }

    @Bean
    ForwardResolver forwardResolver(ModelChoices models, RequestLimits limits, SourcePictures pictures) {
        return new ForwardResolver(models, limits, pictures, new SecureRandom());
    }

    @Bean
    LikelihoodResolver likelihoodResolver(ModelChoices models, RequestLimits limits, SourcePictures pictures) {
        return new LikelihoodResolver(models, limits, pictures, new SecureRandom());
    }
}
