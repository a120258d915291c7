package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class MultipartIT {

    private static final String BOUNDARY = "-----darkroom";

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    MultipartIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @Test
    void saysTheSameAsJson() throws IOException {
        String body = field("prompt", "ein Gesicht, größer")
                + field("steps", "7")
                + field("strength", "0.5")
                + field("output.format", "webp")
                + field("labels.note", "12")
                + file("image", "x.png", png());
        JsonNode request = json(post(body)).get("request");
        assertThat(request.get("prompt").asString()).isEqualTo("ein Gesicht, größer");
        assertThat(request.get("steps").asInt()).isEqualTo(7);
        assertThat(request.get("strength").asDouble()).isEqualTo(0.5);
        assertThat(request.at("/output/format").asString()).isEqualTo("webp");
        assertThat(request.at("/labels/note").asString()).isEqualTo("12");
        assertThat(request.get("image").asString()).matches("sha256:[0-9a-f]{64}");
        HttpResponse<String> again = calls.post("/api/v1/images", request.toString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(json(again).get("request")).isEqualTo(request);
    }

    @Test
    void mayCarryTheRestAsJson() throws IOException {
        String body = field("request", "{\"prompt\":\"x\",\"steps\":3}") + file("image", "x.png", png());
        assertThat(json(post(body)).at("/request/steps").asInt()).isEqualTo(3);
    }

    @Test
    void isCheckedLikeJson() throws IOException {
        HttpResponse<String> answer =
                post(field("steps", "many") + field("cout", "2") + file("image", "x.png", "no picture"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("prompt", "steps", "cout", "image");
        assertThat(post(field("prompt", "x") + field("prompt", "y")).statusCode())
                .isEqualTo(400);
        assertThat(post(field("prompt", "x") + field("prompt.x", "y")).statusCode())
                .isEqualTo(400);
        assertThat(post(field("output", "png") + field("output.format", "png")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void thatIsBrokenOrTooLargeIsRefused() {
        assertThat(calls.call("POST", "/api/v1/images", "x", "Content-Type", "multipart/form-data")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\nx")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> large = post(field("prompt", "x") + file("image", "x.png", "x".repeat(2_000_000)));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(json(large).get("type").asString()).isEqualTo("/problems/body-too-large");
        assertThat(post(field("prompt", "x").repeat(200)).statusCode()).isIn(400, 413);
    }

    private HttpResponse<String> post(String parts) {
        return send(parts + "--" + BOUNDARY + "--\r\n");
    }

    private HttpResponse<String> send(String body) {
        return calls.post(
                "/api/v1/images",
                "multipart/form-data; boundary=" + BOUNDARY,
                body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
                + new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "\r\n";
    }

    private static String file(String name, String fileName, String latin1) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: image/png\r\n\r\n" + latin1 + "\r\n";
    }

    private static String png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toString(StandardCharsets.ISO_8859_1);
    }
}
