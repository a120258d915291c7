package dev.darkroom.plot;

import java.util.List;

/**
 * What is drawn on one page, 16 to 9: panels side by side under a common title, one legend for all.
 *
 * @param title of the whole
 * @param subtitle under it, smaller; may be empty
 * @param panels at most four: one, a row of two, or two rows
 */
public record Sheet(String title, String subtitle, List<Panel> panels) {

    /** Most panels. */
    public static final int LARGEST = 4;

    public Sheet {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || panels.size() > LARGEST) {
            throw new IllegalArgumentException("a sheet has 1 to " + LARGEST + " panels, not " + panels.size());
        }
    }

    /** Names of the curves, each once, in the order of their first appearance. */
    List<String> names() {
        return panels.stream()
                .flatMap(panel -> panel.curves().stream())
                .map(Curve::name)
                .distinct()
                .toList();
    }
}
