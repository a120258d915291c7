package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Emphasis;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.PromptSyntax;
import dev.darkroom.generation.SamplerOptions;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.text.infotext.Infotext;
import org.junit.jupiter.api.Test;

class PictureNotesTest {

    private final PictureNotes notes = new PictureNotes("test");

    private String parameters(GenerationRequest request, int index) {
        return notes.texts(request, "fp32 on cpu", null, index).get("parameters");
    }

    @Test
    void parametersAreWebuis() {
        GenerationRequest usual = PipelineFixture.request("euler", 42, 2);
        GenerationRequest request = GenerationRequestBuilder.builder(usual)
                .sampling(SamplingBuilder.builder(usual.sampling())
                        .schedule("karras")
                        .build())
                .prompt("a (red:1.2) smiley,\nhappy")
                .negativePrompt("blurry, sad")
                .clipSkip(1)
                .build();
        assertThat(parameters(request, 1))
                .isEqualTo("a (red:1.2) smiley,\nhappy\nNegative prompt: blurry, sad\n"
                        + "Steps: 6, Sampler: Euler, Schedule type: Karras, CFG scale: 4.0, Seed: 43, Size: 128x128,"
                        + " Model: darkroom-mini, Clip skip: 2, Version: darkroom test");
    }

    @Test
    void valueWithACommaIsQuotedAndReadBack() {
        GenerationRequest request = GenerationRequestBuilder.builder(PipelineFixture.request("euler", 42, 1))
                .model("mine, \"best\": 2")
                .language(new PromptLanguage(PromptSyntax.WEBUI, Emphasis.NO_NORM))
                .build();
        String text = parameters(request, 0);
        assertThat(text).contains("Model: \"mine, \\\"best\\\": 2\"");
        assertThat(Infotext.read(text).fields())
                .containsEntry("Model", "mine, \"best\": 2")
                .containsEntry("Emphasis", "No norm")
                .containsEntry("Size-1", "128");
    }

    @Test
    void churnIsWrittenByWebuisNames() {
        GenerationRequest plain = PipelineFixture.request("euler", 42, 1);
        SamplerOptions churn =
                new SamplerOptions(null, 3.0, null, 5.0, null, null, null, null, null, null, null, null, null, null);
        GenerationRequest request = GenerationRequestBuilder.builder(plain)
                .sampling(
                        SamplingBuilder.builder(plain.sampling()).options(churn).build())
                .build();
        assertThat(Infotext.read(parameters(request, 0)).fields())
                .containsEntry("Sigma churn", "3.0")
                .containsEntry("Sigma tmax", "5.0")
                .doesNotContainKey("Sigma noise");
    }
}
