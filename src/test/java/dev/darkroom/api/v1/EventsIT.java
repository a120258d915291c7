package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import dev.darkroom.api.Pause;
import dev.darkroom.api.RawRequest;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnApiServer
class EventsIT {

    private final FakeJobs jobs;
    private final EventStreams streams;
    private final ApiCalls calls;
    private final List<Socket> open = new ArrayList<>();

    @Autowired
    EventsIT(FakeJobs jobs, EventStreams streams, @LocalServerPort int port) {
        this.jobs = jobs;
        this.streams = streams;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @AfterEach
    void hangUp() throws Exception {
        for (Socket socket : open) {
            socket.close();
        }
        Pause.until(() -> streams.size() == 0);
        assertThat(streams.size()).isZero();
    }

    @Test
    void comeInOrderAsTheyHappenAndEndWithTheJob() {
        UUID id = heldJob();
        CompletableFuture<HttpResponse<String>> stream = CompletableFuture.supplyAsync(() -> events(id));
        Pause.until(() -> jobs.subscribers(id) == 1);
        jobs.progress(id, 3);
        jobs.finish(id);
        HttpResponse<String> answer = stream.join();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(names(answer)).containsExactly("queued", "progress", "started", "progress", "succeeded");
        assertThat(ids(answer)).containsExactly("1", "2", "3", "4", "5");
        assertThat(answer.body()).contains("\"job\":\"" + id + "\"", "\"step\":3");
        Pause.until(() -> jobs.subscribers(id) == 0);
        assertThat(jobs.subscribers(id)).isZero();
    }

    @Test
    void areReplayedFromTheLastOneTheClientHas() {
        UUID id = UUID.fromString(
                json(calls.post("/api/v1/jobs", "{\"prompt\":\"x\"}")).get("id").asString());
        assertThat(ids(events(id))).containsExactly("1", "2", "3", "4");
        assertThat(ids(events(id, "Last-Event-ID", "2"))).containsExactly("3", "4");
        assertThat(ids(events(id, "Last-Event-ID", "4"))).isEmpty();
    }

    @Test
    void needAnIdThatIsOne() {
        UUID id = heldJob();
        assertThat(events(id, "Last-Event-ID", "x").statusCode()).isEqualTo(400);
        assertThat(events(UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(events(id, "Accept", "application/json").statusCode()).isEqualTo(406);
    }

    @Test
    void keepTheConnectionAliveAndNoticeWhoIsGone() throws Exception {
        UUID id = heldJob();
        Socket socket = listen(id);
        assertThat(RawRequest.readUntil(socket, ":still here\n")).contains("event:queued");
        assertThat(jobs.subscribers(id)).isEqualTo(1);
        socket.close();
        Pause.until(() -> jobs.subscribers(id) == 0);
        assertThat(jobs.subscribers(id)).isZero();
    }

    @Test
    void haveABoundedNumberOfListeners() throws Exception {
        UUID id = heldJob();
        for (int i = 0; i < 3; i++) {
            listen(id);
        }
        Pause.until(() -> jobs.subscribers(id) == 3);
        HttpResponse<String> answer = events(id);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/too-many-streams");
        hangUp();
        jobs.finish(id);
        assertThat(events(id).statusCode()).isEqualTo(200);
    }

    @RepeatedTest(5)
    void aListenerThatDoesNotReadHoldsNobodyUp() throws Exception {
        UUID id = heldJob();
        Socket sleeper = listen(id);
        for (int step = 0; step < 1000; step++) {
            jobs.progress(id, step);
        }
        CompletableFuture<HttpResponse<String>> stream = CompletableFuture.supplyAsync(() -> events(id));
        Pause.until(() -> jobs.subscribers(id) == 2);
        jobs.finish(id);
        assertThat(ids(stream.join())).hasSize(1004);
        sleeper.close();
    }

    @Test
    void endWhenTheJobIsRemoved() {
        UUID id = heldJob();
        CompletableFuture<HttpResponse<String>> stream = CompletableFuture.supplyAsync(() -> events(id));
        Pause.until(() -> jobs.subscribers(id) == 1);
        calls.call("DELETE", "/api/v1/jobs/" + id, "");
        assertThat(names(stream.join())).containsExactly("queued");
    }

    private Socket listen(UUID id) throws Exception {
        Socket socket = new Socket("127.0.0.1", calls.port());
        open.add(socket);
        socket.getOutputStream().write(RawRequest.get("/api/v1/jobs/" + id + "/events"));
        return socket;
    }

    private UUID heldJob() {
        jobs.hold();
        return UUID.fromString(
                json(calls.post("/api/v1/jobs", "{\"prompt\":\"x\"}")).get("id").asString());
    }

    private HttpResponse<String> events(UUID id, String... headers) {
        return calls.get("/api/v1/jobs/" + id + "/events", headers);
    }

    private static List<String> names(HttpResponse<String> stream) {
        return lines(stream, "event:");
    }

    private static List<String> ids(HttpResponse<String> stream) {
        return lines(stream, "id:");
    }

    private static List<String> lines(HttpResponse<String> stream, String start) {
        return stream.body()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
