package dev.darkroom.text.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A piece of a prompt whose text may change with the step. */
sealed interface PromptNode {

    /** What it is made of at a step, in order; itself if it is text. */
    List<PromptNode> at(int step);

    /** Text that stays. */
    record Text(String text) implements PromptNode {

        @Override
        public List<PromptNode> at(int step) {
            return List.of(this);
        }
    }

    /** Nodes in order. */
    record Group(List<PromptNode> nodes) implements PromptNode {

        @Override
        public List<PromptNode> at(int step) {
            return nodes;
        }
    }

    /**
     * {@code [before:after:border]}.
     *
     * @param border last step that shows {@code before}
     */
    record Edit(Group before, Group after, int border) implements PromptNode {

        @Override
        public List<PromptNode> at(int step) {
            return List.of(step <= border ? before : after);
        }
    }

    /** {@code [a|b|…]}: one after another from step 1 on. */
    record Turns(List<Group> choices) implements PromptNode {

        @Override
        public List<PromptNode> at(int step) {
            return List.of(choices.get((step - 1) % choices.size()));
        }
    }

    /**
     * The whole text at a step. Needs no call stack: nesting may be deep.
     *
     * @param step from 1
     */
    static String text(List<PromptNode> nodes, int step) {
        StringBuilder text = new StringBuilder();
        Deque<PromptNode> ahead = new ArrayDeque<>();
        push(ahead, nodes);
        while (!ahead.isEmpty()) {
            PromptNode node = ahead.pop();
            if (node instanceof Text plain) {
                text.append(plain.text());
            } else {
                push(ahead, node.at(step));
            }
        }
        return text.toString();
    }

    private static void push(Deque<PromptNode> ahead, List<PromptNode> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            ahead.push(nodes.get(i));
        }
    }
}
