package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.PromptSyntax;
import java.util.ArrayList;
import java.util.List;

/** The prompts of a request: styles put in, wildcards chosen. What it fills in holds neither, so it stays what it is. */
final class PromptFields {

    private static final String PROMPT = "prompt";
    private static final String NEGATIVE = "negative_prompt";
    private static final String IMAGE_PROMPTS = "image_prompts";

    private final RequestLimits limits;
    private final Styles styles;
    private final Wildcards wildcards;
    private final FieldCheck check;
    private final PromptCheck prompts;

    PromptFields(RequestLimits limits, Styles styles, Wildcards wildcards, FieldCheck check) {
        this.limits = limits;
        this.styles = styles;
        this.wildcards = wildcards;
        this.check = check;
        this.prompts = new PromptCheck(limits, check);
    }

    /** The prompt with its styles. */
    String prompt(GenerationDraft draft, boolean needed) {
        List<String> names = draft.styles() == null ? List.of() : draft.styles();
        boolean elsewhere = !names.isEmpty() || draft.imagePrompts() != null;
        String prompt = needed && !elsewhere
                ? prompts.required(PROMPT, draft.prompt())
                : prompts.optional(PROMPT, draft.prompt());
        return names.isEmpty() ? prompt : prompts.optional(PROMPT, styles.prompt(prompt, names, check));
    }

    /** The negative prompt with its styles. */
    String negativePrompt(GenerationDraft draft) {
        List<String> names = draft.styles() == null ? List.of() : draft.styles();
        String prompt = prompts.optional(NEGATIVE, draft.negativePrompt());
        return names.isEmpty() ? prompt : prompts.optional(NEGATIVE, styles.negativePrompt(prompt, names));
    }

    /** How many pictures are asked for, where no number is given. */
    static int count(GenerationDraft draft) {
        return draft.imagePrompts() == null
                ? 1
                : Math.max(1, draft.imagePrompts().size());
    }

    /**
     * The request with a prompt for each picture where they differ.
     *
     * @param request whose prompts may hold wildcards
     */
    GenerationRequest chosen(GenerationRequest request, GenerationDraft draft) {
        if (draft.imagePrompts() != null) {
            return given(request, draft.imagePrompts());
        }
        if (request.language().syntax() == PromptSyntax.PLAIN) {
            return request;
        }
        GenerationRequestBuilder chosen = GenerationRequestBuilder.builder(request)
                .negativePrompt(chosen(NEGATIVE, request.negativePrompt(), request.seedOf(0)));
        if (wildcards.in(request.prompt())) {
            List<String> each = new ArrayList<>();
            for (int i = 0; i < request.count() && check.passes(); i++) {
                each.add(chosen(PROMPT, request.prompt(), request.seedOf(i)));
            }
            boolean same = each.stream().distinct().count() <= 1;
            chosen.prompt(same && !each.isEmpty() ? each.get(0) : request.prompt());
            chosen.imagePrompts(same ? null : each);
        }
        return chosen.build();
    }

    private String chosen(String field, String prompt, long seed) {
        return wildcards.replaced(prompt, seed, field, limits.promptCharacters(), check);
    }

    private GenerationRequest given(GenerationRequest request, List<String> each) {
        if (each.size() != request.count()) {
            check.error(
                    IMAGE_PROMPTS,
                    "has " + each.size() + " prompts for " + request.count() + " pictures; give one a picture");
        }
        for (int i = 0; i < each.size(); i++) {
            prompts.optional(IMAGE_PROMPTS + "[" + i + "]", each.get(i));
        }
        String prompt = request.prompt().isEmpty() && !each.isEmpty() ? each.get(0) : request.prompt();
        return GenerationRequestBuilder.builder(request)
                .prompt(prompt)
                .imagePrompts(each)
                .build();
    }
}
