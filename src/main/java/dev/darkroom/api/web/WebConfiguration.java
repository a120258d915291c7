package dev.darkroom.api.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import java.util.EnumSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands around every call. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApiSettings.class, BodyLimits.class})
class WebConfiguration implements WebMvcConfigurer {

    private final ApiSettings settings;

    WebConfiguration(ApiSettings settings) {
        this.settings = settings;
    }

    @Bean
    FilterRegistrationBean<Filter> traceFilter() {
        return everywhere(new TraceFilter(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<Filter> securityHeadersFilter() {
        return everywhere(new SecurityHeaders(), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Bean
    BodyReader bodyReader(BodyLimits limits, Clock clock) {
        return new BodyReader(limits, clock);
    }

    @Bean
    MultipartConfigElement multipartConfigElement(BodyLimits limits) {
        long largest = limits.body().toBytes();
        return new MultipartConfigElement(null, largest, largest, (int) largest);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SameSiteCalls(settings.allowedOrigins()));
    }

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        if (!settings.allowedOrigins().isEmpty()) {
            registry.addMapping("/api/**")
                    .allowedOrigins(settings.allowedOrigins().toArray(String[]::new))
                    .allowedMethods("GET", "HEAD", "POST", "DELETE")
                    .exposedHeaders(
                            "Location", "ETag", "Retry-After", "X-Trace-Id", "X-Darkroom-Job", "X-Darkroom-Seed");
        }
    }

    private static FilterRegistrationBean<Filter> everywhere(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setOrder(order);
        return registration;
    }
}
