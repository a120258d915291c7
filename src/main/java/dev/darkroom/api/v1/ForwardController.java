package dev.darkroom.api.v1;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.IMAGE_JPEG_VALUE;
import static org.springframework.http.MediaType.IMAGE_PNG_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import dev.darkroom.api.json.RequestBodies;
import dev.darkroom.api.json.SentBody;
import dev.darkroom.api.web.Turns;
import dev.darkroom.generation.ForwardDraft;
import dev.darkroom.generation.ForwardRequest;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.image.ContactSheet;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.pipeline.ForwardDiffusion;
import dev.darkroom.pipeline.ForwardResolver;
import dev.darkroom.pipeline.NoisedPicture;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The forward process, made visible. Answers at once: one encoding and a few decodings, bounded like one picture. */
@RestController
@Tag(name = "diffusion", description = "How diffusion works, made visible")
class ForwardController {

    /** Each holds a thread and its pictures while a device works for it. */
    private static final int AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int COLUMNS = 8;
    private static final int QUALITY = 90;

    private final RequestBodies bodies;
    private final ForwardResolver resolver;
    private final ForwardDiffusion diffusion;
    private final PictureEncoder encoder = new PictureEncoder();
    private final Turns turns = new Turns(AT_ONCE, PATIENCE);

    ForwardController(RequestBodies bodies, ForwardResolver resolver, ForwardDiffusion diffusion) {
        this.bodies = bodies;
        this.resolver = resolver;
        this.diffusion = diffusion;
    }

    @PostMapping(
            path = "/api/v1/forward",
            consumes = {APPLICATION_JSON_VALUE, MULTIPART_FORM_DATA_VALUE})
    @Operation(
            summary = "Noise a picture",
            description =
                    "The picture at timesteps of the model's training, with how noisy it is there. Accept: image/png (or"
                            + " jpeg, webp) gives all of them on one sheet. In latent space the noise is that which"
                            + " image-to-image with this seed would add. Where as many of these calls run as may run at"
                            + " once, 503 with Retry-After.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ForwardDraft.class),
                        examples = {
                            @ExampleObject(name = "latent", summary = "In latent space", value = Examples.FORWARD),
                            @ExampleObject(name = "pixel", summary = "In pixel space", value = Examples.FORWARD_PIXELS)
                        }),
                @Content(mediaType = MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = ForwardForm.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The noised pictures, or a sheet of them",
            content = {
                @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(implementation = ForwardView.class)),
                @Content(mediaType = IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<?> noise(HttpServletRequest call) throws IOException, ServletException {
        SentBody<ForwardDraft> sent = bodies.read(call, ForwardDraft.class);
        AnswerForm form = AnswerForm.of(Collections.list(call.getHeaders("Accept")), "png");
        ForwardRequest request = sent.resolved(resolver::resolve);
        List<NoisedPicture> pictures = turns.take(() -> diffusion.noised(request));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Darkroom-Seed", Long.toString(request.seed()));
        return form.picture().isPresent()
                ? sheet(answer, pictures, form.picture().get())
                : answer.contentType(MediaType.APPLICATION_JSON).body(ForwardView.of(request, pictures, encoder));
    }

    private ResponseEntity<byte[]> sheet(
            ResponseEntity.BodyBuilder answer, List<NoisedPicture> pictures, ImageFormat format) {
        Picture sheet = ContactSheet.of(
                pictures.stream()
                        .map(noised -> new ContactSheet.Frame(noised.picture(), caption(noised)))
                        .toList(),
                COLUMNS);
        return answer.contentType(MediaType.parseMediaType(format.mediaType()))
                .body(encoder.encode(sheet, format, QUALITY, Map.of()));
    }

    private static String caption(NoisedPicture noised) {
        return String.format(Locale.ROOT, "t = %d, σ = %.2f", noised.timestep(), noised.noiseToSignal());
    }
}
