package dev.darkroom.pipeline;

import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.PromptSyntax;
import dev.darkroom.text.Encoding;
import dev.darkroom.text.SteppedPrompt;
import dev.darkroom.text.prompt.Attention;
import dev.darkroom.text.prompt.Comments;
import dev.darkroom.text.prompt.Composition;
import dev.darkroom.text.prompt.ExtraNetwork;
import dev.darkroom.text.prompt.PromptSchedule;
import dev.darkroom.text.prompt.SyntaxSlip;
import dev.darkroom.text.prompt.Timeline;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.worker.ModelLease;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads the prompts of a request into conditioning, each in the request's language.
 */
final class WordReader {

    private final ModelLease model;
    private final PromptLanguage language;
    private final UnaryOperator<TextConditioning> finish;
    private final Consumer<String> warnings;

    /**
     * @param finish adds to a conditioning what does not come from its text
     * @param warnings takes sentences for the user, the same one perhaps more than once
     */
    WordReader(
            ModelLease model,
            PromptLanguage language,
            UnaryOperator<TextConditioning> finish,
            Consumer<String> warnings) {
        this.model = model;
        this.language = language;
        this.finish = finish;
        this.warnings = warnings;
    }

    /** The prompt, which may be a composition. */
    SteppedPrompt prompt(String text, int clipSkip, Timeline timeline) {
        String field = "prompt";
        if (language.syntax() == PromptSyntax.PLAIN) {
            UnknownWords unknown = new UnknownWords(model.words());
            unknown.read(text);
            unknown.warning().ifPresent(warning -> warnings.accept(field + ": " + warning));
            return plain(field, text, clipSkip);
        }
        ExtraNetwork.Parsed parsed = ExtraNetwork.parse(Comments.strip(text));
        if (!parsed.networks().isEmpty()) {
            String tags = parsed.networks().stream()
                    .map(tag -> "<" + tag.type() + ":" + String.join(":", tag.arguments()) + ">")
                    .collect(Collectors.joining(", "));
            warnings.accept(field + ": adapters are not applied; these tags were left out: " + tags);
        }
        List<SteppedPrompt.Part> parts = new ArrayList<>();
        UnknownWords unknown = new UnknownWords(model.words());
        for (Composition.Part part : Composition.parse(parsed.prompt())) {
            SteppedPrompt.Part read = part(field, part, clipSkip, timeline);
            read.schedule().entries().forEach(entry -> unknown.readWeighted(entry.text()));
            parts.add(read);
        }
        unknown.warning().ifPresent(warning -> warnings.accept(field + ": " + warning));
        return new SteppedPrompt(parts);
    }

    /** The negative prompt, in which AND and tags are words like any other. */
    SteppedPrompt negative(String text, int clipSkip, Timeline timeline) {
        String field = "negative_prompt";
        if (language.syntax() == PromptSyntax.PLAIN) {
            return plain(field, text, clipSkip);
        }
        Composition.Part all = new Composition.Part(Comments.strip(text), 1);
        return new SteppedPrompt(List.of(part(field, all, clipSkip, timeline)));
    }

    private SteppedPrompt plain(String field, String text, int clipSkip) {
        Encoding encoding = model.encode(text, clipSkip);
        encoding.warning().ifPresent(warning -> warnings.accept(field + ": " + warning));
        return new SteppedPrompt(List.of(
                new SteppedPrompt.Part(1, PromptSchedule.fixed(text), List.of(finish.apply(encoding.conditioning())))));
    }

    private SteppedPrompt.Part part(String field, Composition.Part part, int clipSkip, Timeline timeline) {
        PromptSchedule schedule = PromptSchedule.parse(part.prompt(), timeline);
        List<String> texts =
                schedule.entries().stream().map(PromptSchedule.Entry::text).toList();
        Set<SyntaxSlip> slips = EnumSet.noneOf(SyntaxSlip.class);
        schedule.slip().ifPresent(slips::add);
        texts.stream().distinct().forEach(text -> slips.addAll(Attention.slips(text)));
        slips.forEach(slip -> warnings.accept(field + ": " + slip.sentence() + "."));
        List<TextConditioning> encoded = model.encode(texts, language.emphasis(), clipSkip).stream()
                .map(finish)
                .toList();
        return new SteppedPrompt.Part(part.weight(), schedule, encoded);
    }
}
