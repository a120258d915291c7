package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.OnApiServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class CatalogIT {

    private final ApiCalls calls;

    @Autowired
    CatalogIT(@LocalServerPort int port) {
        this.calls = new ApiCalls(port);
    }

    @Test
    void saysOfEachSamplerWhatAUserShouldKnow() {
        JsonNode samplers = json(calls.get("/api/v1/samplers")).get("samplers");
        assertThat(samplers.size()).isGreaterThan(50);
        for (JsonNode sampler : samplers) {
            assertThat(sampler.get("paper").asString()).contains("https://");
            assertThat(sampler.get("order").asInt()).isPositive();
            assertThat(sampler.get("stochastic").isBoolean()).isTrue();
            assertThat(sampler.get("evaluations").asInt()).isPositive();
            assertThat(sampler.get("good_steps")).hasSize(2);
            assertThat(sampler.get("aliases")).isNotEmpty();
            assertThat(sampler.get("prediction_types")).isNotEmpty();
        }
    }

    @Test
    void saysWhatASamplerTakes() {
        JsonNode ddim = sampler("ddim");
        assertThat(ddim.get("eta").asDouble()).isZero();
        assertThat(ddim.get("takes_schedule").asBoolean()).isFalse();
        assertThat(words(ddim.get("takes"))).containsExactly("timesteps");
        JsonNode euler = sampler("euler");
        assertThat(euler.get("eta").isNull()).isTrue();
        assertThat(euler.get("takes_schedule").asBoolean()).isTrue();
        assertThat(words(euler.get("takes"))).containsExactly("sigmas", "timesteps");
        assertThat(words(euler.get("prediction_types"))).containsExactly("epsilon", "v_prediction", "sample");
        assertThat(words(sampler("uni_pc").get("prediction_types"))).contains("flow_prediction");
        assertThat(words(sampler("predictor_corrector").get("options")))
                .containsExactly("timestep_spacing", "snr", "correct_steps");
    }

    @Test
    void saysOfEachScheduleWhereItComesFrom() {
        for (JsonNode schedule : json(calls.get("/api/v1/schedules")).get("schedules")) {
            assertThat(schedule.get("paper").asString()).contains("https://");
            assertThat(schedule.get("description").asString()).isNotBlank();
        }
    }

    @Test
    void saysOfEachModelWhichWordsItKnows() {
        JsonNode models = json(calls.get("/api/v1/models")).get("models");

        assertThat(words(models.get(0).get("words"))).containsExactlyInAnyOrder("smiley", "face");
        assertThat(models.get(1).has("words")).isFalse();
    }

    private JsonNode sampler(String name) {
        return json(calls.get("/api/v1/samplers"))
                .get("samplers")
                .valueStream()
                .filter(sampler -> sampler.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
