package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import dev.darkroom.model.Conditioning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request tells the model: a prompt, a label or nothing, as the model takes it. */
class ConditioningCheck {

    private static final String LABEL = "label";
    private static final int LISTED = 20;

    private final ModelChoice model;
    private final Conditioning conditioning;
    private final FieldCheck check;

    ConditioningCheck(ModelChoice model, FieldCheck check) {
        this.model = model;
        this.conditioning = model.conditioning();
        this.check = check;
    }

    /** The label by its name; null if the model has none, or if it may draw any. */
    @Nullable
    String label(GenerationDraft draft) {
        if (conditioning.kind() != Conditioning.Kind.TEXT) {
            refuseTexts(draft);
            refuseGuidance(draft);
        }
        String label = draft.label();
        if (conditioning.kind() != Conditioning.Kind.LABEL) {
            if (label != null) {
                check.error(LABEL, "is nothing that " + model.id() + " can use: " + takes());
            }
            return null;
        }
        if (label == null) {
            if (!conditioning.hides()) {
                check.error(LABEL, "is missing: " + takes());
            }
            return null;
        }
        return known(label);
    }

    private @Nullable String known(String label) {
        List<String> labels = conditioning.labels();
        if (labels.contains(label)) {
            return label;
        }
        if (label.matches("[0-9]{1,6}") && Integer.parseInt(label) < labels.size()) {
            return labels.get(Integer.parseInt(label));
        }
        check.error(
                LABEL,
                "is " + Quoted.of(label) + ", which is no label of " + model.id() + NearNames.hint(label, labels) + "; "
                        + takes());
        return null;
    }

    private void refuseTexts(GenerationDraft draft) {
        Map<String, Boolean> texts = new LinkedHashMap<>();
        texts.put("prompt", says(draft.prompt()));
        texts.put("negative_prompt", says(draft.negativePrompt()));
        texts.put("image_prompts", draft.imagePrompts() != null);
        texts.put("styles", draft.styles() != null && !draft.styles().isEmpty());
        texts.put("clip_skip", draft.clipSkip() != null && draft.clipSkip() != 0);
        texts.put(
                "interpolation.to_prompt",
                draft.interpolation() != null && says(draft.interpolation().toPrompt()));
        texts.put(
                "inversion.prompt",
                draft.inversion() != null && says(draft.inversion().prompt()));
        texts.forEach((field, given) -> {
            if (given) {
                check.error(field, "is nothing that " + model.id() + " can use: " + takes() + ", and reads no text");
            }
        });
    }

    private void refuseGuidance(GenerationDraft draft) {
        Double scale = draft.guidanceScale();
        if (scale == null || scale <= 1) {
            return;
        }
        if (!conditioning.guided()) {
            check.error(
                    "guidance_scale",
                    "is " + scale + "; " + model.id() + " was not trained to be guided, so leave it out or give 1");
        } else if (draft.label() == null) {
            check.error("guidance_scale", "is " + scale + ", which leads to a label, but there is none; add label");
        }
    }

    private static boolean says(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** What the model takes, in words. */
    private String takes() {
        return switch (conditioning.kind()) {
            case TEXT -> "it draws what prompt says";
            case LABEL -> "it draws what label says, " + listed();
            case NOTHING -> "it draws what it was trained on and is told nothing";
        };
    }

    private String listed() {
        List<String> labels = conditioning.labels();
        String some = String.join(", ", labels.subList(0, Math.min(LISTED, labels.size())));
        return "one of " + some + (labels.size() > LISTED ? ", … (see GET /api/v1/models)" : "");
    }
}
