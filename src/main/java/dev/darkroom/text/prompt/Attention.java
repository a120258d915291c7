package dev.darkroom.text.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Attention: {@code (a)} weighs 1.1, {@code [a]} 1/1.1, {@code (a:w)} w; brackets nest, a backslash takes the next
 * character as it is, the word {@code BREAK} ends a chunk. Round and square brackets are closed independently of each
 * other; a closer without opener is text, and an opener without closer reaches to the end.
 */
public final class Attention {

    private static final double ROUND = 1.1;
    private static final double SQUARE = 1 / 1.1;
    private static final String WORD = WeightedText.BREAK.text();

    private final String text;
    private final List<StringBuilder> texts = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final Deque<Integer> round = new ArrayDeque<>();
    private final Deque<Integer> square = new ArrayDeque<>();
    private final Set<SyntaxSlip> slips = EnumSet.noneOf(SyntaxSlip.class);

    private Attention(String text) {
        this.text = text;
    }

    /** The pieces of any text in order, neighbours of equal weight as one; at least one piece. */
    public static List<WeightedText> parse(String text) {
        return new Attention(text).parse();
    }

    /** What in the text looks like attention and is plain text, or counts otherwise than it was meant. */
    public static Set<SyntaxSlip> slips(String text) {
        Attention attention = new Attention(text);
        attention.parse();
        return attention.slips;
    }

    private List<WeightedText> parse() {
        for (int at = 0; at < text.length(); ) {
            at = token(at);
        }
        if (!round.isEmpty() || !square.isEmpty()) {
            slips.add(SyntaxSlip.UNCLOSED);
        }
        round.forEach(since -> multiply(since, ROUND));
        square.forEach(since -> multiply(since, SQUARE));
        return merged();
    }

    /** Takes the token that begins at {@code at} and returns where it ends. */
    private int token(int at) {
        switch (text.charAt(at)) {
            case '\\' -> {
                int end = at + 1 < text.length() && "()[]\\".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
                add(text.substring(at + 1, end), 1);
                return end;
            }
            case '(' -> round.push(texts.size());
            case '[' -> square.push(texts.size());
            case ')' -> close(round, ROUND, ")");
            case ']' -> close(square, SQUARE, "]");
            case ':' -> {
                return colon(at);
            }
            default -> {
                return run(at);
            }
        }
        return at + 1;
    }

    private void close(Deque<Integer> openers, double factor, String closer) {
        if (openers.isEmpty()) {
            add(closer, 1);
            slips.add(SyntaxSlip.UNOPENED);
        } else {
            multiply(openers.pop(), factor);
        }
    }

    /** A colon is text, unless a number and a round closer follow. */
    private int colon(int at) {
        int from = Characters.afterBlanks(text, at + 1);
        int to = from;
        while (to < text.length() && numeric(text.charAt(to), to == from)) {
            to++;
        }
        int closer = Characters.afterBlanks(text, to);
        OptionalDouble weight = Numbers.decimal(text.substring(from, to));
        boolean closed = closer < text.length() && text.charAt(closer) == ')';
        if (!closed || weight.isEmpty()) {
            add(":", 1);
            if (closed && to > from) {
                slips.add(SyntaxSlip.BAD_WEIGHT);
            }
            return at + 1;
        }
        if (round.isEmpty()) {
            add(text.substring(at, closer + 1), 1);
            slips.add(SyntaxSlip.UNOPENED);
        } else {
            multiply(round.pop(), weight.getAsDouble());
        }
        return closer + 1;
    }

    private static boolean numeric(char c, boolean first) {
        return c == '.' || Character.isDigit(c) || (first && (c == '+' || c == '-'));
    }

    /** Ordinary characters up to the next special one, cut at the word that ends a chunk. */
    private int run(int at) {
        int end = at;
        while (end < text.length() && "\\()[]:".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String run = text.substring(at, end);
        int from = 0;
        for (int cut = Characters.wholeWord(run, WORD, 0); cut >= 0; cut = Characters.wholeWord(run, WORD, from)) {
            add(run.substring(from, Math.max(from, Characters.beforeBlanks(run, cut))), 1);
            add(WORD, WeightedText.BREAK.weight());
            from = Characters.afterBlanks(run, cut + WORD.length());
        }
        add(run.substring(from), 1);
        return end;
    }

    private void add(String piece, double weight) {
        texts.add(new StringBuilder(piece));
        weights.add(weight);
    }

    private void multiply(int since, double factor) {
        for (int i = since; i < weights.size(); i++) {
            weights.set(i, weights.get(i) * factor);
        }
    }

    private List<WeightedText> merged() {
        List<WeightedText> merged = new ArrayList<>();
        for (int from = 0, to; from < texts.size(); from = to) {
            StringBuilder joined = texts.get(from);
            double weight = weights.get(from);
            for (to = from + 1; to < texts.size() && weights.get(to) == weight; to++) {
                joined.append(texts.get(to));
            }
            merged.add(new WeightedText(joined.toString(), weight));
        }
        return merged.isEmpty() ? List.of(new WeightedText("", 1)) : merged;
    }
}
