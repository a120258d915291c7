package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.Fill;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Output;
import dev.darkroom.generation.PaintedRegion;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.imagestore.InputPictures;
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
        return json.path("outputs").path("trajectory").path("shape").get(1).asInt();
    }

    Size size() {
        if (options().has("padding_mask_crop")) {
            return new Size(
                    options().path("width").asInt(), options().path("height").asInt());
        }
        JsonNode shape = json.path("outputs").path("image").path("shape");
        return new Size(shape.get(3).asInt(), shape.get(2).asInt());
    }

    /** With the pictures it needs, which are kept there. */
    GenerationRequest request(InputPictures inputs) {
        String source = kept("image", inputs);
        return GenerationRequestBuilder.builder(request())
                .source(
                        source == null
                                ? null
                                : new SourceImage(
                                        source, options().path("strength").asDouble(1)))
                .inpainting(inpainting(inputs))
                .build();
    }

    /** Without pictures. */
    GenerationRequest request() {
        JsonNode imageScale = options().path("image_guidance_scale");
        Sampling sampling = SamplingBuilder.builder()
                .sampler("euler")
                .schedule("normal")
                .steps(options().path("num_inference_steps").asInt())
                .guidanceScale(options().path("guidance_scale").asDouble())
                .guidanceRescale(options().path("guidance_rescale").asDouble(0))
                .imageGuidanceScale(imageScale.isMissingNode() ? null : imageScale.asDouble())
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

    /** Whether the source lies over the picture; diffusers leaves that to its user where the whole is painted. */
    boolean overlaid() {
        return options().has("padding_mask_crop");
    }

    private @Nullable String kept(String option, InputPictures inputs) {
        JsonNode picture = options().path(option).path("png");
        return picture.isMissingNode() ? null : inputs.put(folder.bytes(picture.asString()));
    }

    /** A mask has the hard edge of diffusers; with padding the region around it is painted. */
    private @Nullable Inpainting inpainting(InputPictures inputs) {
        String mask = kept("mask_image", inputs);
        if (mask == null) {
            return null;
        }
        JsonNode padding = options().path("padding_mask_crop");
        PaintedRegion region = padding.isMissingNode() ? PaintedRegion.WHOLE : PaintedRegion.MASKED;
        return new Inpainting(mask, 0, Fill.ORIGINAL, region, padding.asInt(0), false, null);
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
