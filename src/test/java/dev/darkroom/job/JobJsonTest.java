package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.Size;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows that an earlier version wrote must stay readable: these texts are never changed, only added to. */
class JobJsonTest {

    private static final String REQUEST_OF_VERSION_1 = """
            {"model":"fake","prompt":"a smiley face","negativePrompt":"","clipSkip":0,"size":{"width":64,"height":64},\
            "count":1,"seed":7,"sampling":{"sampler":"euler","schedule":"karras","steps":10,"guidanceScale":7.5,\
            "guidanceRescale":0.0,"eta":null,"sigmaMin":null,"sigmaMax":null,"noise":"CPU"},"source":null,\
            "output":{"format":"PNG","quality":90,"delivery":"URL"}}""";

    @Test
    void aRequestOfVersion1IsReadWithItsPromptsAsPlainText() {
        assertThat(JobJson.request(REQUEST_OF_VERSION_1, 1))
                .isEqualTo(GenerationRequestBuilder.builder(Requests.request(7, 10, 1))
                        .language(PromptLanguage.plain())
                        .build());
    }

    @Test
    void aRequestIsReadAsItWasWritten() {
        GenerationRequest request = Requests.request(Long.MAX_VALUE, 10, 3);
        assertThat(JobJson.request(JobJson.write(request), JobJson.REQUEST_VERSION))
                .isEqualTo(request);
    }

    @Test
    void aRequestOfALaterVersionSaysWhoCanRunIt() {
        assertThatThrownBy(() -> JobJson.request(REQUEST_OF_VERSION_1, 99))
                .hasMessageContaining("newer Darkroom")
                .hasMessageContaining("99");
    }

    /** What was stored before there were films. */
    @Test
    void aResultWithoutFilmsIsRead() {
        assertThat(JobJson.result("{\"images\":[],\"timings\":{},\"warnings\":[]}"))
                .isEqualTo(new Job.Result(List.of(), Map.of(), List.of(), null));
    }

    @Test
    void aResultIsReadAsItWasWritten() {
        Job.Result result = new Job.Result(
                List.of(new Job.StoredImage(0, 7, new Size(64, 32), ImageFormat.WEBP, "ab", "results/a/b/1-0.webp")),
                List.of(new Job.StoredFilm(0, new Size(64, 32), List.of(0, 5, 10), "cd", "results/a/b/1-film0.png")),
                Map.of("queue", Duration.ofMillis(12), "total", Duration.ofNanos(1_500_000_001)),
                List.of("The prompt was cut."),
                Map.of("noise_level", 24.5));
        assertThat(JobJson.result(JobJson.write(result))).isEqualTo(result);
    }

    @Test
    void aResultWithoutAReportIsRead() {
        assertThat(JobJson.result("{\"images\":[],\"timings\":{},\"warnings\":[]}")
                        .report())
                .isNull();
    }
}
