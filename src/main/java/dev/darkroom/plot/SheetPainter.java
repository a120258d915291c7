package dev.darkroom.plot;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** Lays a sheet out and paints it, on any kind of graphics. */
final class SheetPainter {

    /** Size of a sheet in points. */
    static final int WIDTH = 1280;

    static final int HEIGHT = 720;

    private static final int MARGIN = 28;
    private static final int TITLE_LINE = 44;
    private static final int SUBTITLE_LINE = 68;
    private static final int HEAD = 80;
    private static final int LEGEND_ROW = 24;
    private static final int LEGEND_LINE = 34;
    private static final int LEGEND_GAP = 26;

    private static final Font TITLE = new Font(PanelChart.FAMILY, Font.BOLD, 24);
    private static final Font SUBTITLE = new Font(PanelChart.FAMILY, Font.PLAIN, 15);
    private static final Font LEGEND = new Font(PanelChart.FAMILY, Font.PLAIN, 15);

    private SheetPainter() {}

    static void paint(Sheet sheet, Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Palette.INK);
        graphics.setFont(TITLE);
        graphics.drawString(sheet.title(), MARGIN, TITLE_LINE);
        if (!sheet.subtitle().isEmpty()) {
            graphics.setColor(Palette.QUIET);
            graphics.setFont(SUBTITLE);
            graphics.drawString(sheet.subtitle(), MARGIN, SUBTITLE_LINE);
        }
        graphics.setFont(LEGEND);
        List<List<Integer>> rows = legendRows(sheet.names(), graphics.getFontMetrics());
        int foot = rows.size() * LEGEND_ROW + MARGIN / 2;
        panels(sheet, graphics, HEIGHT - HEAD - foot);
        for (int row = 0; row < rows.size(); row++) {
            legend(sheet.names(), rows.get(row), graphics, HEIGHT - foot + row * LEGEND_ROW + LEGEND_ROW / 2);
        }
    }

    private static void panels(Sheet sheet, Graphics2D graphics, int height) {
        int columns = sheet.panels().size() == 1 ? 1 : 2;
        int rows = (sheet.panels().size() + columns - 1) / columns;
        int panelWidth = (WIDTH - 2 * MARGIN) / columns;
        int panelHeight = height / rows;
        for (int i = 0; i < sheet.panels().size(); i++) {
            Graphics2D part = (Graphics2D) graphics.create();
            part.translate(MARGIN + i % columns * panelWidth, HEAD + i / columns * panelHeight);
            PanelChart.of(sheet.panels().get(i), sheet.names(), panelWidth, panelHeight)
                    .paint(part, panelWidth, panelHeight);
            part.dispose();
        }
    }

    /** Numbers of the curves in each row of the legend. */
    private static List<List<Integer>> legendRows(List<String> names, FontMetrics metrics) {
        List<List<Integer>> rows = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < names.size(); i++) {
            int width = entryWidth(names.get(i), metrics);
            if (rows.isEmpty() || left < width) {
                rows.add(new ArrayList<>());
                left = WIDTH - 2 * MARGIN;
            }
            rows.get(rows.size() - 1).add(i);
            left -= width;
        }
        return rows;
    }

    private static void legend(List<String> names, List<Integer> row, Graphics2D graphics, int middle) {
        graphics.setFont(LEGEND);
        FontMetrics metrics = graphics.getFontMetrics();
        int width =
                row.stream().mapToInt(i -> entryWidth(names.get(i), metrics)).sum() - LEGEND_GAP;
        int x = (WIDTH - width) / 2;
        for (int i : row) {
            graphics.setColor(Palette.colour(i));
            graphics.setStroke(Palette.STROKE);
            graphics.draw(new Line2D.Double(x, middle, x + LEGEND_LINE, middle));
            Palette.mark(i).paint(graphics, x + LEGEND_LINE / 2.0, middle, PanelChart.MARKER);
            graphics.setColor(Palette.INK);
            graphics.drawString(names.get(i), x + LEGEND_LINE + 8, middle + metrics.getAscent() / 2 - 2);
            x += entryWidth(names.get(i), metrics);
        }
    }

    private static int entryWidth(String name, FontMetrics metrics) {
        return LEGEND_LINE + 8 + metrics.stringWidth(name) + LEGEND_GAP;
    }
}
