package dev.darkroom.cli;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The log level of commands that run without Spring. */
final class QuietLogs {

    private QuietLogs() {}

    /** Shows warnings and errors. */
    static void warningsOnly() {
        LoggingSystem.get(QuietLogs.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }
}
