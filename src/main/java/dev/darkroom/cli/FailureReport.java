package dev.darkroom.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One readable line instead of a stack trace, which goes to the log at debug level. */
final class FailureReport implements IExecutionExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureReport.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        log.debug("{} failed", commandLine.getCommandName(), failure);
        if (failure instanceof StartFailedException) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        commandLine.getErr().println(commandLine.getColorScheme().errorText("darkroom: " + message));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
