package dev.darkroom.cli;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The part of the service that makes pictures, without web server and queue. */
final class EngineContext {

    private EngineContext() {}

    /** Starts it; the caller closes it. */
    static ConfigurableApplicationContext start(String[] settings) {
        return new SpringApplicationBuilder(Engine.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=WARN")
                .run(settings);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
            })
    @ConfigurationPropertiesScan(
            basePackages = {
                "dev.darkroom.model",
                "dev.darkroom.torch",
                "dev.darkroom.text",
                "dev.darkroom.latent",
                "dev.darkroom.worker",
                "dev.darkroom.image",
                "dev.darkroom.imagestore",
                "dev.darkroom.pipeline"
            })
    @ComponentScan(
            basePackages = {
                "dev.darkroom.model",
                "dev.darkroom.torch",
                "dev.darkroom.text",
                "dev.darkroom.latent",
                "dev.darkroom.worker",
                "dev.darkroom.image",
                "dev.darkroom.imagestore",
                "dev.darkroom.pipeline"
            })
    static class Engine {}
}
