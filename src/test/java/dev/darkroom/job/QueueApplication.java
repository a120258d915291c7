package dev.darkroom.job;

import dev.darkroom.pipeline.ImageGenerator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/** The queue and the image store as an application of their own, with nothing but a generator given. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(basePackages = {"dev.darkroom.job", "dev.darkroom.imagestore"})
class QueueApplication {

    /** Starts on a data directory; the caller closes it. */
    static ConfigurableApplicationContext start(Path dataDirectory, ImageGenerator generator, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=queue-test",
                "--darkroom.data-dir=" + dataDirectory,
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        ApplicationContextInitializer<GenericApplicationContext> withGenerator =
                context -> context.registerBean(ImageGenerator.class, () -> generator);
        return new SpringApplicationBuilder(QueueApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(withGenerator)
                .run(arguments.toArray(String[]::new));
    }
}
