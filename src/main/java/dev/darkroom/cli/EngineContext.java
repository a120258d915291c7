package dev.darkroom.cli;

import java.util.Arrays;
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
        return new SpringApplicationBuilder(Engine.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(quiet(settings));
    }

    /** Warnings only, unless the user wants to see more. */
    private static String[] quiet(String[] settings) {
        String level = "--logging.level.root=";
        if (Arrays.stream(settings).anyMatch(setting -> setting.startsWith(level))) {
            return settings;
        }
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = level + "warn";
        return all;
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
