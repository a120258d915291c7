package dev.darkroom.training.icons;

/**
 * One icon.
 *
 * @param label what it shows, an index into {@link IconSet#labels()}
 * @param cells colours row by row, indexes into {@link IconSet#PALETTE}; {@link IconSet#SIDE} squared of them
 */
@SuppressWarnings("ArrayRecordComponent")
public record Icon(int label, int[] cells) {}
