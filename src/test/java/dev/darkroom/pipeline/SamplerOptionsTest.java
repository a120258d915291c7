package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.SamplingBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request can ask of its sampler, through the whole pipeline with the embedded model. */
class SamplerOptionsTest {

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PipelineFixture(scratch, null);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    @Test
    void listedSigmasMakeThePicture() {
        GenerationRequest few = sampling("euler", s -> s.schedule("default").steps(3));
        GenerationRequest listed =
                sampling("euler", s -> s.schedule("default").steps(3).sigmas(List.of(14.0, 3.0, 0.5, 0.0)));
        RecordingMonitor monitor = new RecordingMonitor();
        byte[] picture = bytes(fixture.pipeline().generate(listed, monitor));
        assertThat(monitor.evaluations()).isEqualTo(3);
        assertThat(picture).isNotEqualTo(draw(few)).isEqualTo(draw(listed));
    }

    @Test
    void brownianNoiseIsAnotherAndTheSameForTheSameSeed() {
        GenerationRequest tree = sampling("dpmpp_2m_sde", s -> s.brownian(true));
        assertThat(draw(tree)).isEqualTo(draw(tree)).isNotEqualTo(draw(request("dpmpp_2m_sde", 3, 1)));
        assertThatThrownBy(() -> fixture.resolve(GenerationDraftBuilder.builder()
                        .prompt("a smiley face")
                        .sampler("euler_ancestral")
                        .brownian(true)
                        .build()))
                .isInstanceOf(ContradictoryRequestException.class)
                .hasMessageContaining("dpmpp_sde");
    }

    /** Guided or not, the unguided row is evaluated, and the checkpoint holds both answers. */
    @Test
    void cfgPlusPlusGuidesBelowOneToo() {
        GenerationRequest weak = sampling("euler_cfg_pp", s -> s.guidanceScale(0.6));
        GenerationRequest none = sampling("euler_cfg_pp", s -> s.guidanceScale(0));
        assertThat(draw(weak)).isNotEqualTo(draw(none));
        RecordingMonitor interrupted = new RecordingMonitor(Map.of(), 3);
        assertThatThrownBy(() -> fixture.pipeline().generate(weak, interrupted))
                .isInstanceOf(GenerationCancelledException.class);
        RecordingMonitor resumed = new RecordingMonitor(interrupted.records(), Integer.MAX_VALUE);
        assertThat(bytes(fixture.pipeline().generate(weak, resumed))).isEqualTo(draw(weak));
        assertThat(resumed.evaluations()).isEqualTo(3);
    }

    @Test
    void strongGuidanceOfCfgPlusPlusIsWarnedOf() {
        GenerationRequest strong = sampling("euler_cfg_pp", s -> s.guidanceScale(7));
        assertThat(fixture.pipeline().generate(strong, GenerationMonitor.none()).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("CFG++"));
    }

    private static GenerationRequest sampling(String sampler, UnaryOperator<SamplingBuilder> change) {
        GenerationRequest usual = request(sampler, 3, 1);
        return GenerationRequestBuilder.builder(usual)
                .sampling(
                        change.apply(SamplingBuilder.builder(usual.sampling())).build())
                .build();
    }

    private static byte[] draw(GenerationRequest request) {
        return bytes(fixture.pipeline().generate(request, GenerationMonitor.none()));
    }

    private static byte[] bytes(Generation generation) {
        return generation.images().get(0).bytes();
    }
}
