package dev.darkroom.generation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the known names that a mistyped one may have meant, by edit distance (Damerau and Levenshtein, restricted). */
public final class NearNames {

    private static final int LONGEST = 64;

    private NearNames() {}

    /** Known names that differ from {@code wanted} by few edits or begin with it, nearest first, at most {@code most}. */
    public static List<String> of(String wanted, Collection<String> known, int most) {
        String name = fold(wanted);
        if (name.isEmpty() || name.length() > LONGEST) {
            return List.of();
        }
        int tolerance = Math.max(1, name.length() / 3);
        Map<String, Integer> distances = known.stream()
                .distinct()
                .collect(Collectors.toMap(candidate -> candidate, candidate -> distance(name, fold(candidate))));
        return distances.entrySet().stream()
                .filter(entry -> entry.getValue() <= tolerance
                        || (name.length() > 2 && fold(entry.getKey()).startsWith(name)))
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The end of an error message, for example {@code ; did you mean steps?}, or nothing when no name is near. */
    public static String hint(String wanted, Collection<String> known) {
        List<String> near = of(wanted, known, 3);
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int edit = Math.min(substitution, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(edit, d[i - 2][j - 2] + 1) : edit;
    }
}
