package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.generation.ForwardDraft;
import dev.darkroom.generation.ForwardRequest;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.pipeline.NoisedPicture;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /forward} in JSON. */
@Schema(name = "Forward", description = "A picture at timesteps of the forward process")
public record ForwardView(
        @Schema(description = "Complete, with every default and the seed: posting it again gives the same pixels")
        ForwardDraft request,

        @Schema(description = "In the order of the timesteps")
        List<Noised> images) {

    private static final int LOSSLESS = 100;

    /** The picture at one timestep. */
    @Schema(name = "NoisedImage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Noised(
            @Schema(example = "250") int timestep,

            @Schema(description = "Share of the signal's variance", example = "0.52") @JsonProperty("alpha_bar")
            double alphaBar,

            @Schema(
                    description = "Noise to signal, as samplers list it; absent where no signal is left",
                    example = "0.96")
            @Nullable
            Double sigma,

            @Schema(description = "Signal-to-noise ratio of the variances", example = "1.09")
            double snr,

            @Schema(description = "Factor of the picture", example = "0.72")
            double alpha,

            @Schema(description = "PNG") String base64) {}

    static ForwardView of(ForwardRequest request, List<NoisedPicture> pictures, PictureEncoder encoder) {
        ForwardDraft echo = new ForwardDraft(
                request.reference(),
                request.model(),
                request.timesteps(),
                JobViews.name(request.space()),
                request.seed(),
                JobViews.name(request.noise()),
                request.size().width(),
                request.size().height());
        return new ForwardView(
                echo, pictures.stream().map(picture -> noised(picture, encoder)).toList());
    }

    private static Noised noised(NoisedPicture picture, PictureEncoder encoder) {
        byte[] file = encoder.encode(picture.picture(), ImageFormat.PNG, LOSSLESS, Map.of());
        double sigma = picture.noiseToSignal();
        return new Noised(
                picture.timestep(),
                picture.alphaBar(),
                Double.isFinite(sigma) ? sigma : null,
                picture.signalToNoise(),
                picture.level().alpha(),
                Base64.getEncoder().encodeToString(file));
    }
}
