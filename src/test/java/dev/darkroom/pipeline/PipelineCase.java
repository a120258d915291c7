package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Output;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.Size;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One picture of a case of the family {@code pipelines}, as this project's own values. */
record PipelineCase(GoldenFolder folder, JsonNode json, int row) {

    private static final JsonMapper JSON = new JsonMapper();

    JsonNode options() {
        return json.path("options");
    }

    /** Pictures that the case made. */
    int rows() {
        return json.path("outputs").path("image").path("shape").get(0).asInt();
    }

    Size size() {
        JsonNode shape = json.path("outputs").path("image").path("shape");
        return new Size(shape.get(3).asInt(), shape.get(2).asInt());
    }

    GenerationRequest request() {
        Sampling sampling = SamplingBuilder.builder()
                .sampler("euler")
                .schedule("normal")
                .steps(options().path("num_inference_steps").asInt())
                .guidanceScale(options().path("guidance_scale").asDouble())
                .guidanceRescale(options().path("guidance_rescale").asDouble(0))
                .noise(NoiseSource.CPU)
                .build();
        return GenerationRequestBuilder.builder()
                .model(json.path("checkpoint").asString())
                .prompt(text("prompt"))
                .negativePrompt(text("negative_prompt"))
                .language(PromptLanguage.plain())
                .clipSkip(options().path("clip_skip").asInt(0))
                .size(size())
                .count(1)
                .sampling(sampling)
                .output(new Output(ImageFormat.PNG, 90, Delivery.BASE64))
                .build();
    }

    /** A list of prompts has one a picture; null is the empty prompt. */
    private String text(String field) {
        JsonNode value = options().path(field);
        return value.isArray() ? value.get(row).asString() : value.asString("");
    }

    SamplingPlan plan() {
        Map<String, Object> config =
                new HashMap<>(JSON.treeToValue(json.path("scheduler").path("config"), Map.class));
        config.put("_class_name", json.path("scheduler").path("class").asString());
        if (options().has("eta")) {
            config.put("eta", options().path("eta").asDouble());
        }
        int steps = options().path("num_inference_steps").asInt();
        SamplingPlan plan = SamplingPlanner.plan(SchedulerConfig.of(config), SamplingOptions.of(Steps.of(steps)));
        return options().has("strength")
                ? plan.strength(options().path("strength").asDouble(), steps)
                : plan;
    }

    /** The picture to start from at the case's size, -1 to 1; null if there is none. */
    float @Nullable [] source() {
        JsonNode image = options().path("image");
        if (image.isMissingNode()) {
            return null;
        }
        Picture picture = new PictureDecoder(ImageLimits.defaults())
                .decode(folder.bytes(image.path("png").asString()));
        return PicturePlanes.signed(PictureResizer.resize(picture, size(), ResampleFilter.LANCZOS));
    }

    /** The draws of this picture: its own generator's, or its rows of one generator's for all pictures. */
    Noise noise(int latentSize) {
        JsonNode seeds = json.path("seeds");
        if (seeds.isArray()) {
            return new CpuGenerator(seeds.get(row).asLong()).noise(latentSize);
        }
        CpuGenerator joint = new CpuGenerator(seeds.asLong());
        int rows = rows();
        return () -> Arrays.copyOfRange(joint.normals(rows * latentSize), row * latentSize, (row + 1) * latentSize);
    }
}
