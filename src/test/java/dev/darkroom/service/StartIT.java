package dev.darkroom.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the packaged service says when it starts, when it cannot, and while it works. */
class StartIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path data;

    @Test
    void oneLineSaysWhereItListensWithWhatAndWhereItsDataLies() throws Exception {
        try (DarkroomProcess service = DarkroomProcess.start(data)) {
            List<String> lines = service.log()
                    .lines()
                    .filter(line -> line.contains("listens"))
                    .toList();
            assertThat(lines)
                    .singleElement()
                    .asString()
                    .contains(
                            "http://127.0.0.1:" + service.uri("/").getPort(),
                            "darkroom-mini",
                            "on cpu",
                            data.toRealPath().toString());
            assertThat(lines.get(0)).containsPattern("(fp32|bf16) on cpu");
        }
    }

    @Test
    void structuredLogsNameTheJobInAFieldOfItsOwn() throws Exception {
        try (DarkroomProcess service = DarkroomProcess.start(data, "--logging.structured.format.console=ecs")) {
            var drawn = service.post("/api/v1/images", "{\"prompt\":\"a heart\",\"seed\":1,\"steps\":2}");
            assertThat(drawn.statusCode()).isEqualTo(200);
            String job = service.json(drawn).path("id").asString();
            List<JsonNode> lines = service.log().lines().map(JSON::readTree).toList();
            assertThat(lines).allMatch(line -> line.path("message").isString());
            assertThat(lines.stream()
                            .filter(line -> line.path("job").asString("").equals(job)))
                    .extracting(line -> line.path("message").asString())
                    .anyMatch(message -> message.startsWith("Attempt 1"));
        }
    }

    @Test
    void aNativeLibraryThatDoesNotLoadEndsTheStartWithWhatToDo() throws Exception {
        Path libraries = Files.createDirectory(data.resolve("lib"));
        Files.writeString(libraries.resolve("libtorch.so"), "no library");
        ProcessBuilder start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        DarkroomProcess.jar().toString(),
                        "--server.port=0",
                        "--darkroom.data-dir=" + data)
                .redirectErrorStream(true);
        start.environment().put("PYTORCH_LIBRARY_PATH", libraries.toString());
        start.environment().put("PYTORCH_VERSION", "2.7.1");
        String said = output(start);
        assertThat(said.lines().filter(line -> line.contains("could not be loaded")))
                .hasSize(1);
        assertThat(said.lines().filter(line -> line.contains("point PYTORCH_LIBRARY_PATH at the lib folder")))
                .hasSize(1);
        assertThat(said).doesNotContain("\tat ");
    }

    /** All that a process says until it ends by itself, with a failure. */
    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
