package dev.darkroom.text.prompt;

import dev.darkroom.text.prompt.PromptNode.Edit;
import dev.darkroom.text.prompt.PromptNode.Group;
import dev.darkroom.text.prompt.PromptNode.Text;
import dev.darkroom.text.prompt.PromptNode.Turns;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the editing part of a prompt in one pass. The grammar, with {@code n} for a number among blanks:
 *
 * <pre>
 * run   = { plain | "(" run ")" | "(" run ":" run ")" | "[" run "]" | edit | turns }
 * edit  = "[" [ run ":" ] run ":" n "]"
 * turns = "[" run { "|" run } "]"          (two runs or more)
 * plain = { any but \ [ ] ( ) : | , or a backslash and any character }
 * </pre>
 *
 * Outside of all brackets an opener that begins none of these is text, and so are loose closers and colons; a loose bar
 * or a last backslash makes the whole prompt text. Used once.
 */
final class ScheduleParser {

    private static final String SPECIAL = "\\[]():|";

    private final String prompt;
    private final Timeline timeline;
    private final List<PromptNode> nodes = new ArrayList<>();
    private final Deque<OpenBracket> open = new ArrayDeque<>();
    private final NavigableSet<Integer> borders = new TreeSet<>();

    ScheduleParser(String prompt, Timeline timeline) {
        this.prompt = prompt;
        this.timeline = timeline;
        borders.add(timeline.steps());
    }

    /**
     * What was read.
     *
     * @param nodes the prompt
     * @param borders the last calls of its texts, the last one always among them
     * @param slip why all of it is plain text, if it is
     */
    record Result(List<PromptNode> nodes, NavigableSet<Integer> borders, Optional<SyntaxSlip> slip) {}

    Result parse() {
        for (int at = 0; at < prompt.length(); ) {
            char c = prompt.charAt(at);
            if (c == '\\' || SPECIAL.indexOf(c) < 0) {
                int end = plainEnd(at);
                if (end == at) {
                    return literal(SyntaxSlip.LAST_BACKSLASH);
                }
                add(new Text(prompt.substring(at, end)));
                at = end;
            } else if (special(c, at)) {
                at++;
            } else {
                return literal(SyntaxSlip.LOOSE_BAR);
            }
        }
        if (!open.isEmpty() && !loosen()) {
            return literal(SyntaxSlip.LOOSE_BAR);
        }
        return new Result(nodes, borders, Optional.empty());
    }

    private Result literal(SyntaxSlip slip) {
        return new Result(List.of(new Text(prompt)), new TreeSet<>(List.of(timeline.steps())), Optional.of(slip));
    }

    private int plainEnd(int from) {
        int at = from;
        while (at < prompt.length()) {
            char c = prompt.charAt(at);
            if (c == '\\' && at + 1 < prompt.length() && prompt.charAt(at + 1) != '\n') {
                at += 2;
            } else if (SPECIAL.indexOf(c) < 0) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Takes an opener, closer, colon or bar; false if that makes the whole prompt text. */
    private boolean special(char c, int at) {
        if (c == '(' || c == '[') {
            open.push(new OpenBracket(c, at + 1));
            return true;
        }
        OpenBracket innermost = open.peek();
        if (innermost != null && innermost.takes(c)) {
            if (c == ':' || c == '|') {
                innermost.separate(c, at + 1);
                return true;
            }
            PromptNode closed = closed(innermost, at);
            if (closed != null) {
                open.pop();
                add(closed);
                return true;
            }
        }
        boolean loose = loosen() && c != '|';
        nodes.add(new Text(String.valueOf(c)));
        return loose;
    }

    private void add(PromptNode node) {
        OpenBracket innermost = open.peek();
        (innermost == null ? nodes : innermost.run()).add(node);
    }

    /** What the bracket is that ends at {@code end}; null if it is nothing the grammar knows. */
    private @Nullable PromptNode closed(OpenBracket bracket, int end) {
        List<Group> runs = bracket.groups();
        if (bracket.turns()) {
            for (int step = 1; step <= timeline.steps(); step++) {
                borders.add(step);
            }
            return new Turns(runs);
        }
        if (bracket.opener() == '(' || runs.size() == 1) {
            return bracket.asText(prompt.charAt(end));
        }
        String number = Characters.trimmed(prompt.substring(bracket.runStart(), end));
        if (!number.matches("[ -~]*") || Numbers.decimal(number).isEmpty()) {
            return null; // borders are written in ASCII
        }
        int border = timeline.step(number);
        if (border >= 1) {
            borders.add(border);
        }
        return new Edit(runs.size() == 2 ? new Group(List.of()) : runs.get(0), runs.get(runs.size() - 2), border);
    }

    /** No open bracket can be closed any more: they are text. False if one of them holds a bar, which cannot be loose. */
    private boolean loosen() {
        boolean bar = false;
        while (!open.isEmpty()) {
            OpenBracket outermost = open.removeLast();
            bar |= outermost.turns();
            nodes.addAll(outermost.loose());
        }
        return !bar;
    }
}
