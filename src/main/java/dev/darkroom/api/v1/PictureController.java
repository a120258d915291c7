package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.imagestore.UrlSigner.Signature;
import dev.darkroom.job.Job;
import dev.darkroom.job.Job.StoredImage;
import dev.darkroom.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The files of finished pictures. A file never changes, so a cache may keep it for ever. */
@RestController
@Tag(name = "jobs")
class PictureController {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Jobs jobs;
    private final Pictures pictures;

    PictureController(Jobs jobs, Pictures pictures) {
        this.jobs = jobs;
        this.pictures = pictures;
    }

    @GetMapping("/api/v1/jobs/{id}/images/{index}")
    @Operation(
            summary = "Get a picture's file",
            description =
                    "The bytes, with an ETag. The signed addresses in a job (expires, signature) are good until they expire.")
    @ApiResponse(
            responseCode = "200",
            description = "The file, in the format that was asked for",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "You have it already", content = @Content)
    @Nullable
    ResponseEntity<byte[]> picture(
            @PathVariable UUID id,
            @PathVariable int index,
            @Parameter(description = "Of a signed address") @RequestParam(required = false) @Nullable Long expires,
            @Parameter(description = "Of a signed address") @RequestParam(required = false) @Nullable String signature,
            @Parameter(hidden = true) ServletWebRequest request) {
        if (isSigned(id, index, expires, signature)) {
            allowOnOtherSites(request);
        }
        StoredImage image = image(id, index);
        String etag = '"' + image.sha256() + '"';
        if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH)) || request.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).cacheControl(FOREVER).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(FOREVER)
                .header(HttpHeaders.ACCEPT_RANGES, "none")
                .header(HttpHeaders.CONTENT_DISPOSITION, PictureName.header(id, image))
                .contentType(MediaType.parseMediaType(image.format().mediaType()))
                .body(pictures.read(image));
    }

    /** False without a signature; a wrong one is refused. */
    private boolean isSigned(UUID id, int index, @Nullable Long expires, @Nullable String signature) {
        if (expires == null && signature == null) {
            return false;
        }
        if (expires == null || signature == null || !pictures.signed(id, index, new Signature(expires, signature))) {
            throw new ProblemException(ProblemType.BAD_SIGNATURE, ProblemType.BAD_SIGNATURE.remedy());
        }
        return true;
    }

    /** A signed address is made to be shown anywhere. */
    private static void allowOnOtherSites(ServletWebRequest request) {
        HttpServletResponse response = request.getResponse();
        if (response != null) {
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    private StoredImage image(UUID id, int index) {
        Job job = jobs.find(id).orElseThrow(() -> ProblemException.noJob(id));
        return job.result().images().stream()
                .filter(image -> image.index() == index)
                .findFirst()
                .orElseThrow(() -> Pictures.gone(index));
    }
}
