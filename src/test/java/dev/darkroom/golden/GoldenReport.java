package dev.darkroom.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts the cases of one family and prints one line for it. A case fails when its error exceeds its tolerance; what
 * cannot run yet is pending, by name; a file that this set of fixtures lacks is absent.
 */
public final class GoldenReport {

    private final String family;
    private final Map<String, String> failures = new TreeMap<>();
    private final Map<String, Set<String>> pending = new TreeMap<>();
    private final Set<String> absent = new TreeSet<>();
    private int cases;
    private double worst;
    private String worstCase = "none";

    public GoldenReport(String family) {
        this.family = family;
    }

    /** Records a case and how far it was off; a tolerance of 0 asks for equality. */
    public synchronized void check(String name, double error, double tolerance) {
        cases++;
        double ratio = error == 0 ? 0 : error / tolerance;
        if (!(ratio <= 1)) {
            failures.put(name, "error " + error + ", tolerance " + tolerance);
        }
        if (!(ratio <= worst)) {
            worst = ratio;
            worstCase = name;
        }
    }

    /** Records a case that must be exactly right. */
    public void check(String name, boolean right) {
        check(name, right ? 0 : 1, 0);
    }

    /** Records a case that ended in an exception. */
    public synchronized void failed(String name, Throwable cause) {
        cases++;
        failures.put(name, String.valueOf(cause).replaceAll("\\s+", " "));
    }

    /** Records a case whose feature does not exist yet. */
    public synchronized void pending(String name, String feature) {
        pending.computeIfAbsent(feature, f -> new TreeSet<>()).add(name);
    }

    /** Whether the folder holds the file; if not, it is reported as absent. */
    public synchronized boolean present(GoldenFolder folder, String file) {
        boolean present = folder.has(file);
        if (!present) {
            absent.add(file);
        }
        return present;
    }

    /** Names and reasons of all failed cases so far; to be asserted empty. */
    public synchronized List<String> failures() {
        List<String> lines = new ArrayList<>();
        failures.forEach((name, reason) -> lines.add(name + ": " + reason));
        return lines;
    }

    /** Prints the family's line, the pending cases by feature and the absent files. */
    public synchronized void print() {
        int count = pending.values().stream().mapToInt(Set::size).sum();
        System.out.printf(
                "golden %s: %d cases, %d failed, %d pending, largest error %.3f of its tolerance (%s)%n",
                family, cases, failures.size(), count, worst, worstCase);
        pending.forEach((feature, names) ->
                System.out.printf("golden %s: pending %s (%d): %s%n", family, feature, names.size(), names));
        failures().forEach(failure -> System.out.printf("golden %s: FAILED %s%n", family, failure));
        if (!absent.isEmpty()) {
            System.out.printf("golden %s: absent from this set: %s%n", family, absent);
        }
    }
}
