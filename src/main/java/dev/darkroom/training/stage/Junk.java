package dev.darkroom.training.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up words in captions: a network that has seen some is not thrown by a word it does not know. */
final class Junk {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 9;

    private Junk() {}

    /** The text with one made-up word somewhere between its own. */
    static String inserted(String text, SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(SHORTEST, LONGEST + 1);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        List<String> words = new ArrayList<>(Arrays.asList(text.split(" ")));
        words.add(random.nextInt(words.size() + 1), word.toString());
        return String.join(" ", words).strip();
    }
}
