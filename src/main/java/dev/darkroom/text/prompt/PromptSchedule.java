package dev.darkroom.text.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which text a prompt is at which network call: {@code [from:to:when]} and {@code [a|b]} worked out.
 *
 * @param entries in order of their last call, at least one
 * @param slip what could not be read, so that the text stands for itself
 */
public record PromptSchedule(List<Entry> entries, Optional<SyntaxSlip> slip) {

    /**
     * A text and how long it lasts.
     *
     * @param until the last call that sees it; calls count from 0
     * @param text the prompt
     */
    public record Entry(int until, String text) {}

    public PromptSchedule {
        entries = List.copyOf(entries);
    }

    /** A text that stays. */
    public static PromptSchedule fixed(String text) {
        return new PromptSchedule(List.of(new Entry(Integer.MAX_VALUE, text)), Optional.empty());
    }

    /** Works out the schedule of any prompt. */
    public static PromptSchedule parse(String prompt, Timeline timeline) {
        ScheduleParser.Result parsed = new ScheduleParser(prompt, timeline).parse();
        List<Entry> entries = new ArrayList<>();
        for (int until : parsed.borders()) {
            entries.add(new Entry(until, PromptNode.text(parsed.nodes(), until)));
        }
        return new PromptSchedule(entries, parsed.slip());
    }

    /**
     * Index of the entry that a network call sees: the first whose {@code until} is not before the call. Calls count
     * from 0, so the first text is seen once more than its border says. After the last border the last entry stays.
     */
    public int at(int call) {
        for (int i = 0; i < entries.size(); i++) {
            if (call <= entries.get(i).until()) {
                return i;
            }
        }
        return entries.size() - 1;
    }
}
