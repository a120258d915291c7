package dev.darkroom.image;

import dev.darkroom.generation.Size;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Several pictures of one size on one, row by row, each with a line of text under it. */
public final class ContactSheet {

    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x333333);
    private static final int SMALLEST_TEXT = 11;
    private static final int LARGEST_TEXT = 28;
    private static final float LEGIBLE = 7;

    private ContactSheet() {}

    /**
     * A frame of the sheet.
     *
     * @param picture in it
     * @param caption under it; made smaller where it is wider than the picture, and cut off where it would not be legible
     */
    public record Frame(Picture picture, String caption) {}

    /**
     * The sheet.
     *
     * @param frames at least one, pictures of one size
     * @param columns at least 1
     */
    public static Picture of(List<Frame> frames, int columns) {
        Size size = frames.get(0).picture().size();
        int side = Math.max(size.width(), size.height());
        int gap = Math.max(4, side / 32);
        int text = Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, side / 16));
        int across = Math.min(columns, frames.size());
        int down = (frames.size() + across - 1) / across;
        int cellWidth = size.width() + gap;
        int cellHeight = size.height() + gap + text + gap / 2;
        BufferedImage sheet =
                new BufferedImage(gap + across * cellWidth, gap + down * cellHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setColor(INK);
        for (int i = 0; i < frames.size(); i++) {
            int x = gap + i % across * cellWidth;
            int y = gap + i / across * cellHeight;
            graphics.drawImage(AwtPictures.image(frames.get(i).picture().overWhite()), x, y, null);
            caption(graphics, frames.get(i).caption(), text, x, y + size.height() + text + gap / 4, size.width());
        }
        graphics.dispose();
        return AwtPictures.picture(sheet);
    }

    private static void caption(Graphics2D graphics, String caption, int size, int x, int baseline, int width) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
        int natural = graphics.getFontMetrics(font).stringWidth(caption);
        graphics.setFont(natural > width ? font.deriveFont(Math.max(LEGIBLE, (float) size * width / natural)) : font);
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setClip(x, baseline - size, width, 2 * size);
        graphics.drawString(caption, x + Math.max(0, (width - metrics.stringWidth(caption)) / 2), baseline);
        graphics.setClip(null);
    }
}
