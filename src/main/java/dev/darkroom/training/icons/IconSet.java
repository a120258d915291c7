package dev.darkroom.training.icons;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * All icons: every drawing in every admissible choice of background, main and second colour, as it stands or mirrored.
 * One choice in ten is never trained on. Immutable.
 */
public final class IconSet {

    /** Cells in each direction. */
    public static final int SIDE = 16;

    /** Colours as red, green, blue: paper, ink, white, red, orange, yellow, green, blue. */
    public static final List<Integer> PALETTE =
            List.of(0xFDF8EE, 0x22223B, 0xFFFFFF, 0xE63946, 0xF4913A, 0xFFD23F, 0x3FA34D, 0x3A86FF);

    private static final int INK = 1;
    private static final int WHITE = 2;
    private static final int[] BACKGROUNDS = {0, 5, 6, 7};
    private static final int[] COLOURS = {3, 4, 5, 6, 7};
    private static final int HELD_OUT_OF = 10;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<String> labels = new ArrayList<>();
    private final List<String> drawings = new ArrayList<>();
    private final List<Choice> trained = new ArrayList<>();
    private final List<List<Choice>> byLabel = new ArrayList<>();
    private final List<Choice> heldOut = new ArrayList<>();

    private IconSet() {}

    private record Choice(int label, int background, int main, int second, boolean mirrored) {}

    /** Reads the drawings. */
    public static IconSet load() {
        IconSet set = new IconSet();
        drawings().forEach((label, cells) -> {
            set.labels.add(label);
            set.drawings.add(cells);
        });
        IntStream.range(0, set.labels.size()).forEach(label -> {
            set.addChoices(label);
            set.byLabel.add(
                    set.trained.stream().filter(choice -> choice.label == label).toList());
        });
        return set;
    }

    private static Map<String, String> drawings() {
        Map<String, String> drawings = new LinkedHashMap<>();
        String label = "";
        for (String line : text().split("\n")) {
            if (line.startsWith("[")) {
                label = line.substring(1, line.length() - 1);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                String row = line.length() == SIDE ? line : line + new StringBuilder(line).reverse();
                drawings.merge(label, row, String::concat);
            }
        }
        return drawings;
    }

    private static String text() {
        try (InputStream in = IconSet.class.getResourceAsStream("/training/icons.txt")) {
            if (in == null) {
                throw new IllegalStateException("the drawings of the icons are missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addChoices(int label) {
        String drawing = drawings.get(label);
        for (int background : BACKGROUNDS) {
            for (int main : COLOURS) {
                for (int second : drawing.contains("b") ? COLOURS : new int[] {main}) {
                    boolean told = second != main || !drawing.contains("b");
                    if (main != background && second != background && told) {
                        add(new Choice(label, background, main, second, false));
                        if (!mirrored(drawing).equals(drawing)) {
                            add(new Choice(label, background, main, second, true));
                        }
                    }
                }
            }
        }
    }

    /** Both sides of an icon are held out or trained on together. */
    private void add(Choice choice) {
        long number = ((choice.label * 8L + choice.background) * 8 + choice.main) * 8 + choice.second;
        boolean held = new SplittableRandom(number * MIX).nextInt(HELD_OUT_OF) == 0;
        (held ? heldOut : trained).add(choice);
    }

    private static String mirrored(String cells) {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < SIDE; row++) {
            all.append(new StringBuilder(cells.substring(row * SIDE, (row + 1) * SIDE)).reverse());
        }
        return all.toString();
    }

    /** What there is to draw. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** An icon to train on: any label as often as any other, though some have more choices of colours. */
    public Icon draw(SplittableRandom random) {
        List<Choice> choices = byLabel.get(random.nextInt(byLabel.size()));
        return icon(choices.get(random.nextInt(choices.size())));
    }

    /** All icons that are trained on. */
    public List<Icon> trained() {
        return trained.stream().map(this::icon).toList();
    }

    /** All icons that are not. */
    public List<Icon> heldOut() {
        return heldOut.stream().map(this::icon).toList();
    }

    private Icon icon(Choice choice) {
        String drawing = drawings.get(choice.label);
        String cells = choice.mirrored ? mirrored(drawing) : drawing;
        return new Icon(
                choice.label, cells.chars().map(cell -> colour(cell, choice)).toArray());
    }

    private static int colour(int cell, Choice choice) {
        return switch (cell) {
            case '.' -> choice.background;
            case 'o' -> INK;
            case 'a' -> choice.main;
            case 'b' -> choice.second;
            case 'w' -> WHITE;
            default -> throw new IllegalStateException("no such cell: " + (char) cell);
        };
    }
}
