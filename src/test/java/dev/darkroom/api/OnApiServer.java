package dev.darkroom.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A test of the API on a real server, shared by all of them. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ApiTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.endpoint.health.group.readiness.include=readinessState",
            "darkroom.limits.body=256KB",
            "darkroom.limits.body-time=3s",
            "server.tomcat.connection-timeout=2s",
            "darkroom.api.default-wait=3s",
            "darkroom.api.heartbeat=200ms",
            "darkroom.api.event-streams=3"
        })
public @interface OnApiServer {}
