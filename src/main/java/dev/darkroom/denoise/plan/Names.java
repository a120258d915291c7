package dev.darkroom.denoise.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Compares the spellings of names: case, blanks, dashes and underscores do not matter, {@code +} is {@code p}. */
final class Names {

    private Names() {}

    /** What equal names have in common: {@code DPM++ 2M} and {@code dpmpp_2m} are both {@code dpmpp2m}. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('+', 'p').replaceAll("[^a-z0-9]", "");
    }

    /** The names nearest to an unknown one, best first, at most five. */
    static List<String> near(String unknown, Stream<String> known) {
        String key = key(unknown);
        return known.distinct()
                .sorted(Comparator.comparingInt(name -> distance(key, key(name))))
                .limit(5)
                .toList();
    }

    /** Levenshtein distance, with a bonus where one contains the other. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        boolean contained = !a.isEmpty() && (a.contains(b) || b.contains(a));
        return contained ? previous[b.length()] / 2 : previous[b.length()];
    }
}
