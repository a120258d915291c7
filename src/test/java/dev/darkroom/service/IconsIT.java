package dev.darkroom.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.training.icons.DrawnIcon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bit diffusion as a user of the packaged jar meets it: the example of the API description, and the command line. */
class IconsIT {

    private static final int SEEDS = 8;

    /** Of the example's drawings, how many are an icon of its label, cell for cell. */
    private static final int RIGHT = 5;

    private static final JsonMapper JSON = new JsonMapper();
    private static final PictureDecoder DECODER = new PictureDecoder(ImageLimits.defaults());

    @TempDir
    Path folder;

    @Test
    void theExampleDrawsIconsAndTheCommandLineTheSame() throws Exception {
        byte[] first;
        ObjectNode example;
        try (DarkroomProcess service = DarkroomProcess.start(folder.resolve("data"))) {
            example = example(service);
            String label = example.get("label").asString();
            JsonNode answer = pictures(service, example.deepCopy().put("count", SEEDS));
            int right = 0;
            for (JsonNode picture : answer) {
                right += DrawnIcon.of(DECODER.decode(bytes(picture))).shows(label) ? 1 : 0;
            }
            assertThat(right).isGreaterThanOrEqualTo(RIGHT);
            first = bytes(pictures(service, example).get(0));
            assertThat(first).isEqualTo(bytes(answer.get(0)));
            ObjectNode again =
                    JSON.createObjectNode().put("image", Base64.getEncoder().encodeToString(first));
            JsonNode reproduced = service.json(service.post("/api/v1/reproduce", again.toString()));
            assertThat(reproduced.path("identical").asBoolean())
                    .as("%s", reproduced)
                    .isTrue();
        }
        assertThat(drawn(example)).isEqualTo(first);
    }

    private static ObjectNode example(DarkroomProcess service) {
        JsonNode description = service.json(service.get("/v3/api-docs"));
        JsonNode value = description
                .path("paths")
                .path("/api/v1/jobs")
                .at("/post/requestBody/content")
                .path("application/json")
                .at("/examples/icon/value");
        return (ObjectNode) (value.isString() ? JSON.readTree(value.asString()) : value);
    }

    private static JsonNode pictures(DarkroomProcess service, ObjectNode request) {
        return service.json(service.post("/api/v1/images", request.toString())).path("images");
    }

    private static byte[] bytes(JsonNode picture) {
        return Base64.getDecoder().decode(picture.path("base64").asString());
    }

    /** The same request on the command line. */
    private byte[] drawn(ObjectNode request) throws IOException, InterruptedException {
        Path file = folder.resolve("drawn.png");
        Process draw = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-jar",
                        DarkroomProcess.jar().toString(),
                        "draw",
                        "--model",
                        request.get("model").asString(),
                        "--label",
                        request.get("label").asString(),
                        "--seed",
                        request.get("seed").asString(),
                        "--out",
                        file.toString(),
                        "--darkroom.data-dir=" + folder.resolve("data")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("draw.log").toFile())
                .start();
        assertThat(draw.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(draw.exitValue())
                .as(Files.readString(folder.resolve("draw.log")))
                .isZero();
        return Files.readAllBytes(file);
    }
}
