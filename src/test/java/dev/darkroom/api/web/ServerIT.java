package dev.darkroom.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.OnApiServer;
import dev.darkroom.api.Pause;
import dev.darkroom.api.RawRequest;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnApiServer
class ServerIT {

    @LocalServerPort
    private int port;

    @AfterEach
    void theServiceGoesOn() {
        assertThat(new ApiCalls(port).get("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/models\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /{} HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Header: y\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "G\u0000T / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/jobs/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/jobs/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/jobs/%c0%ae HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /api/v1/images HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v1/images HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "POST /api/v1/images HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "POST /api/v1/images HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
                "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void aBrokenRequestGetsACleanAnswer(String request) throws Exception {
        String answer = RawRequest.exchange(port, RawRequest.ascii(request), 4000);
        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*");
        assertClean(answer);
        assertThat(answer).contains("application/problem+json", "\"type\":\"/problems/", "\"trace_id\":\"");
    }

    @Test
    void tooLargeAHeaderGetsACleanAnswer() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(100_000) + "\r\n\r\n";
        String answer = RawRequest.exchange(port, RawRequest.ascii(request), 4000);
        assertThat(answer).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
        assertClean(answer);
    }

    @Test
    void aBodyThatStopsArrivingIsGivenUp() throws Exception {
        String head =
                "POST /api/v1/images HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        String answer = RawRequest.exchange(port, RawRequest.ascii(head), 6000);
        assertThat(answer).startsWith("HTTP/1.1 408 ");
        assertThat(answer).contains("/problems/request-timeout");
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws Exception {
        long start = System.nanoTime();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            RawRequest.ascii(
                                    "POST /api/v1/images HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"));
            for (int i = 0; i < 20 && socket.getInputStream().available() == 0; i++) {
                socket.getOutputStream().write('{');
                Pause.millis(300);
            }
            assertThat(RawRequest.readUntil(socket, "}"))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("3 s in all");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aClientThatGoesAwayInTheMiddleHarmsNobody() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(RawRequest.post("/api/v1/images", "{\"prompt\":\"x\"}"), 0, 60 + i * 2);
            }
        }
    }

    @Test
    void answersSayNothingOfTheServer() {
        for (String path : new String[] {"/", "/api/v1/models", "/nothing", "/swagger-ui.html"}) {
            HttpResponse<String> answer = new ApiCalls(port).get(path);
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    private static void assertClean(String answer) {
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("exception", "tomcat", "apache", "\tat ", "java.", "<html");
    }
}
