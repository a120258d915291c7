package dev.darkroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that load one model hold its weights in memory once. */
@EnabledOnOs(OS.LINUX)
class SharedPagesIT {

    @TempDir
    private Path cache;

    @Test
    void twoProcessesUnpackOnceAndShareTheWeightsPages() throws Exception {
        List<Process> readers = List.of(start(), start());
        try {
            List<BufferedReader> outputs = new ArrayList<>();
            for (Process reader : readers) {
                outputs.add(reader.inputReader(StandardCharsets.UTF_8));
            }
            for (BufferedReader output : outputs) {
                assertThat(output.readLine()).isEqualTo("ready");
            }
            tellToGoOn(readers.get(0)); // the other still has its pages while this one counts
            String[] kilobytes = outputs.get(0).readLine().split(" ", 2);
            System.out.printf("weights' pages: %s KiB shared, %s KiB alone%n", kilobytes[0], kilobytes[1]);
            assertThat(Long.parseLong(kilobytes[0])).isGreaterThan(1000);
            assertThat(Long.parseLong(kilobytes[1])).isLessThan(Long.parseLong(kilobytes[0]) / 10);
        } finally {
            readers.forEach(Process::destroyForcibly);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        PageReader.class.getName(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A test launcher may have its own class loader; then the property holds only the launcher. */
    private static String classPath() {
        return SharedPagesIT.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static void tellToGoOn(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }
}
