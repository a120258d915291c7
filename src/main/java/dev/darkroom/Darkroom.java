package dev.darkroom;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the jar. */
@SpringBootApplication
public class Darkroom {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(Darkroom.class, arguments);
    }
}
