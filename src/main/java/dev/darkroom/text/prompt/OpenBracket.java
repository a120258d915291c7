package dev.darkroom.text.prompt;

import dev.darkroom.text.prompt.PromptNode.Group;
import dev.darkroom.text.prompt.PromptNode.Text;
import java.util.ArrayList;
import java.util.List;

/** A bracket of a prompt that is not closed yet, with the runs it holds so far. */
final class OpenBracket {

    private static final int MOST_EDIT_RUNS = 3;
    private static final int MOST_ROUND_RUNS = 2;

    private final char opener;
    private final List<List<PromptNode>> runs = new ArrayList<>();
    private char separator = ' ';
    private int runStart;

    /**
     * @param start index of the first character inside
     */
    OpenBracket(char opener, int start) {
        this.opener = opener;
        this.runStart = start;
        runs.add(new ArrayList<>());
    }

    char opener() {
        return opener;
    }

    /** The run that is being read. */
    List<PromptNode> run() {
        return runs.get(runs.size() - 1);
    }

    /** Index of the first character of the run that is being read. */
    int runStart() {
        return runStart;
    }

    /** Whether it holds runs that take turns. */
    boolean turns() {
        return separator == '|';
    }

    /** Whether this separator or closer may come next. */
    boolean takes(char c) {
        return switch (c) {
            case ')' -> opener == '(';
            case ']' -> opener == '[';
            case '|' -> opener == '[' && separator != ':';
            default -> separator != '|' && runs.size() < (opener == '(' ? MOST_ROUND_RUNS : MOST_EDIT_RUNS);
        };
    }

    /** Ends the run at a separator; the next begins at {@code start}. */
    void separate(char c, int start) {
        separator = c;
        runStart = start;
        runs.add(new ArrayList<>());
    }

    List<Group> groups() {
        return runs.stream().map(Group::new).toList();
    }

    /** The bracket, which means nothing here, with its brackets around it. */
    Group asText(char closer) {
        List<PromptNode> nodes = loose();
        nodes.add(new Text(String.valueOf(closer)));
        return new Group(nodes);
    }

    /** What it holds, opener and separators as text among it. */
    List<PromptNode> loose() {
        List<PromptNode> nodes = new ArrayList<>();
        nodes.add(new Text(String.valueOf(opener)));
        for (int i = 0; i < runs.size(); i++) {
            if (i > 0) {
                nodes.add(new Text(String.valueOf(separator)));
            }
            nodes.addAll(runs.get(i));
        }
        return nodes;
    }
}
