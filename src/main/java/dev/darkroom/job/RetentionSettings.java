package dev.darkroom.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long finished work is kept.
 *
 * @param retention finished jobs, their pictures, and input pictures that nobody used are removed after this
 */
@ConfigurationProperties("darkroom")
record RetentionSettings(@DefaultValue("7d") Duration retention) {}
