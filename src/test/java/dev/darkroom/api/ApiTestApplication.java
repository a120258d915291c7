package dev.darkroom.api;

import dev.darkroom.image.ImageLimits;
import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.imagestore.InputPictures;
import dev.darkroom.imagestore.LocalImageStore;
import dev.darkroom.imagestore.UrlSigner;
import dev.darkroom.pipeline.ForwardResolver;
import dev.darkroom.pipeline.LikelihoodResolver;
import dev.darkroom.pipeline.ModelChoices;
import dev.darkroom.pipeline.PromptSettings;
import dev.darkroom.pipeline.PromptSettings.Style;
import dev.darkroom.pipeline.RequestLimits;
import dev.darkroom.pipeline.RequestResolver;
import dev.darkroom.pipeline.SourcePictures;
import dev.darkroom.pipeline.Styles;
import dev.darkroom.pipeline.Wildcards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The package under test on a real server; everything behind it is a fake. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
        })
@EnableConfigurationProperties({RequestLimits.class, ImageLimits.class})
@ComponentScan("dev.darkroom.api")
public class ApiTestApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ImageStore imageStore() throws IOException {
        return new LocalImageStore(Files.createTempDirectory("darkroom-api-test"));
    }

    @Bean
    UrlSigner urlSigner(Clock clock) {
        return new UrlSigner(new byte[32], clock);
    }

    @Bean
    FakeJobs jobs(ImageStore store) {
        return new FakeJobs(store);
    }

    @Bean
    ModelChoices models() {
        return new FakeModels();
    }

    @Bean
    InputPictures inputPictures(ImageStore store, Clock clock) {
        return new InputPictures(store, clock);
    }

    @Bean
    SourcePictures sourcePictures(ImageLimits limits, InputPictures inputs) {
        return new SourcePictures(limits, inputs);
    }

    @Bean
    ForwardResolver forwardResolver(ModelChoices choices, RequestLimits limits, SourcePictures pictures) {
        return new ForwardResolver(choices, limits, pictures, new Random());
    }

    @Bean
    LikelihoodResolver likelihoodResolver(ModelChoices choices, RequestLimits limits, SourcePictures pictures) {
        return new LikelihoodResolver(choices, limits, pictures, new Random());
    }

    @Bean
    FakeLikelihood likelihood() {
        return new FakeLikelihood();
    }

    @Bean
    FakeForward forward() {
        return new FakeForward();
    }

    @Bean
    PromptSettings promptSettings() throws IOException {
        Path wildcards = Files.createTempDirectory("darkroom-api-wildcards");
        Files.writeString(wildcards.resolve("animal.txt"), "cat\ndog\nowl\nhen\nfox\n");
        return new PromptSettings(
                Map.of(
                        "crayon", new Style("{prompt}, drawn with crayons", "photo"),
                        "night", new Style("at night", "")),
                wildcards);
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
            ModelChoices choices, RequestLimits limits, SourcePictures pictures, PromptSettings words) {
        return new RequestResolver(choices, limits, pictures, words, new Random());
    }
}
