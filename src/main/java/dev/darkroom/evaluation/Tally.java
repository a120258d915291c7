package dev.darkroom.evaluation;

import dev.darkroom.evaluation.EvaluationReport.Score;
import dev.darkroom.evaluation.figure.ClusteredShare;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was right in the pictures of prompts, and in true drawings of them. Not thread-safe. */
final class Tally {

    /** Everything that a prompt says. */
    static final String ALL = "all";

    private static final List<String> ORDER =
            List.of("object", "colour", "count", "background", "position", "mood", "wear", ALL);

    private final Map<String, ClusteredShare> pictures = new LinkedHashMap<>();
    private final Map<String, ClusteredShare> drawings = new LinkedHashMap<>();
    private int prompts;
    private int total;

    /** The pictures of one prompt, and drawings of it. */
    void add(List<Verdict> ofPictures, List<Verdict> ofDrawings) {
        prompts++;
        total += ofPictures.size();
        count(ofPictures, pictures);
        count(ofDrawings, drawings);
    }

    private static void count(List<Verdict> verdicts, Map<String, ClusteredShare> shares) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Verdict verdict : verdicts) {
            verdict.right().forEach((name, right) -> count(counts, name, right));
            count(counts, ALL, verdict.all());
        }
        counts.forEach((name, count) ->
                shares.computeIfAbsent(name, key -> new ClusteredShare()).add(count[0], count[1]));
    }

    private static void count(Map<String, int[]> counts, String name, boolean right) {
        int[] count = counts.computeIfAbsent(name, key -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
    }

    int prompts() {
        return prompts;
    }

    EvaluationReport.Group group(String combinations) {
        return new EvaluationReport.Group(combinations, prompts, total, scores());
    }

    Map<String, Score> scores() {
        Map<String, Score> scores = new LinkedHashMap<>();
        pictures.keySet().stream()
                .sorted((one, other) -> Integer.compare(place(one), place(other)))
                .forEach(name -> scores.put(name, score(name)));
        return scores;
    }

    private static int place(String name) {
        int place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }

    private Score score(String name) {
        ClusteredShare found = pictures.getOrDefault(name, new ClusteredShare());
        ClusteredShare drawn = drawings.getOrDefault(name, found);
        return new Score(
                found.right(), found.total(), found.interval(), drawn.interval().share());
    }
}
