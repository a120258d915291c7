package dev.darkroom.image;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of this package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImageLimits.class)
class ImageSettings {}
