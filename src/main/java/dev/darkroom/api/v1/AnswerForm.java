package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.generation.ImageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * In which form {@code POST /images} answers (RFC 9110, section 12.5.1).
 *
 * @param picture the picture itself in this format; empty for JSON
 */
record AnswerForm(Optional<ImageFormat> picture) {

    private static final AnswerForm JSON = new AnswerForm(Optional.empty());

    /**
     * Chooses by the header {@code Accept}. Where it leaves JSON open, JSON; where it leaves the format of the picture
     * open, {@code wanted}.
     */
    static AnswerForm of(List<String> accept, @Nullable String wanted) {
        Accepted accepted = Accepted.of(accept).orElseThrow(AnswerForm::notAcceptable);
        AnswerForm best = null;
        double bestQuality = 0;
        for (AnswerForm form : forms(wanted)) {
            double quality = accepted.quality(form.type());
            if (quality > bestQuality) {
                best = form;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw notAcceptable();
        }
        return best;
    }

    private static List<AnswerForm> forms(@Nullable String wanted) {
        List<AnswerForm> forms = new ArrayList<>(List.of(JSON));
        for (ImageFormat format : ImageFormat.values()) {
            boolean first = format.name().equalsIgnoreCase(wanted);
            forms.add(first ? 1 : forms.size(), new AnswerForm(Optional.of(format)));
        }
        return forms;
    }

    private MediaType type() {
        return picture.map(format -> MediaType.parseMediaType(format.mediaType()))
                .orElse(MediaType.APPLICATION_JSON);
    }

    private static ProblemException notAcceptable() {
        return new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "this address can give application/json, image/png, image/jpeg and image/webp; change Accept");
    }
}
