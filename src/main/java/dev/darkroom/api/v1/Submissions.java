package dev.darkroom.api.v1;

import dev.darkroom.api.json.SentBody;
import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.job.Submission;
import dev.darkroom.pipeline.RequestResolver;
import dev.darkroom.pipeline.UnknownModelException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the queue takes of what a client sent, or says everything that is wrong with it. */
@Component
class Submissions {

    private static final Pattern KEY = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");
    private static final Pattern UNFIT_LABEL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final int MOST_LABELS = 16;
    private static final int LONGEST_LABEL = 256;

    private final RequestResolver resolver;
    private final Clock clock;

    Submissions(RequestResolver resolver, Clock clock) {
        this.resolver = resolver;
        this.clock = clock;
    }

    /**
     * The submission.
     *
     * @param sent body
     * @param form form of the answer
     * @param key idempotency key
     */
    Submission of(SentBody<ImageRequest> sent, OutputDraft form, @Nullable String key) {
        ImageRequest asked = sent.value();
        List<FieldError> errors = new ArrayList<>(sent.errors());
        checkKey(key, errors);
        checkLabels(asked.labels(), errors);
        checkQueueing(asked, errors);
        Optional<GenerationRequest> request = request(asked, form, errors);
        return request.filter(complete -> errors.isEmpty())
                .map(complete -> new Submission(
                        complete,
                        key,
                        sent.sha256(),
                        asked.deadline(),
                        asked.priority() == null ? 0 : asked.priority(),
                        asked.labels() == null ? Map.of() : asked.labels()))
                .orElseThrow(() -> new InvalidRequestException(errors));
    }

    private Optional<GenerationRequest> request(ImageRequest asked, OutputDraft form, List<FieldError> errors) {
        try {
            return Optional.of(resolver.resolve(
                    GenerationDraftBuilder.builder(asked.draft()).output(form).build()));
        } catch (InvalidRequestException e) {
            List<String> known = errors.stream().map(FieldError::field).toList();
            e.errors().stream().filter(error -> !known.contains(error.field())).forEach(errors::add);
            return Optional.empty();
        } catch (ContradictoryRequestException e) {
            if (errors.isEmpty()) {
                throw e;
            }
            errors.addAll(e.errors());
            return Optional.empty();
        } catch (UnknownModelException e) {
            if (errors.isEmpty()) {
                throw e;
            }
            errors.add(e.error());
            return Optional.empty();
        }
    }

    private static void checkKey(@Nullable String key, List<FieldError> errors) {
        if (key != null && !KEY.matcher(key).matches()) {
            errors.add(new FieldError(
                    "Idempotency-Key", "is not 1 to 255 visible ASCII characters; a UUID is a good key"));
        }
    }

    private static void checkLabels(@Nullable Map<String, String> labels, List<FieldError> errors) {
        if (labels == null) {
            return;
        }
        if (labels.size() > MOST_LABELS) {
            errors.add(new FieldError("labels", "are " + labels.size() + "; at most " + MOST_LABELS + " are kept"));
        }
        boolean unfit = labels.entrySet().stream().anyMatch(label -> unfit(label.getKey()) || unfit(label.getValue()));
        if (unfit) {
            errors.add(new FieldError(
                    "labels", "have at most " + LONGEST_LABEL + " characters each, and no control characters"));
        }
    }

    private static boolean unfit(String text) {
        return text.length() > LONGEST_LABEL || UNFIT_LABEL.matcher(text).find();
    }

    private void checkQueueing(ImageRequest asked, List<FieldError> errors) {
        if (asked.priority() != null && Math.abs((long) asked.priority()) > 100) {
            errors.add(new FieldError("priority", "is " + asked.priority() + "; give a whole number from -100 to 100"));
        }
        if (asked.deadline() != null && !asked.deadline().isAfter(clock.instant())) {
            errors.add(new FieldError("deadline", "has passed; give an instant in the future or leave it out"));
        }
    }
}
