package dev.darkroom.cli;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The part of the service that makes pictures, without web server and queue. */
final class EngineContext {

    private EngineContext() {}

    /** Starts it; the caller closes it. */
    static ConfigurableApplicationContext start(String[] settings) {
        try {
            return new SpringApplicationBuilder(Engine.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .run(quiet(settings));
        } catch (RuntimeException reported) {
            throw new StartFailedException(reported);
        }
    }

    /** Warnings only, unless the user wants to see more; and no readiness, which is the web service's business. */
    private static String[] quiet(String[] settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        String level = "--logging.level.root=";
        if (all.stream().noneMatch(setting -> setting.startsWith(level))) {
            all.add(level + "warn");
        }
        all.add("--management.endpoint.health.validate-group-membership=false");
        return all.toArray(String[]::new);
    }

    /** Not a {@code @Configuration}: the service's own component scan must not find it. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
            })
    @ComponentScan(
            basePackages = {
                "dev.darkroom.model",
                "dev.darkroom.worker",
                "dev.darkroom.image",
                "dev.darkroom.imagestore",
                "dev.darkroom.pipeline"
            })
    static class Engine {}
}
