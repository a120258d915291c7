package dev.darkroom.cli;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The catalog of models alone: settings and folders, neither engine nor queue. */
final class CatalogContext {

    private CatalogContext() {}

    /** Starts it; the caller closes it. */
    static ConfigurableApplicationContext start(String[] settings) {
        return new SpringApplicationBuilder(Catalog.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=WARN")
                .run(settings);
    }

    /** Not a {@code @Configuration}: the service's own component scan must not find it. */
    @ComponentScan(basePackages = {"dev.darkroom.model", "dev.darkroom.imagestore"})
    static class Catalog {}
}
