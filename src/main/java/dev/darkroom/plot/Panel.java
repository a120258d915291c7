package dev.darkroom.plot;

import java.util.List;

/**
 * One coordinate system.
 *
 * @param title above it
 * @param x horizontal axis
 * @param y vertical axis
 * @param curves in it, at least one
 */
public record Panel(String title, Axis x, Axis y, List<Curve> curves) {

    public Panel {
        curves = List.copyOf(curves);
    }
}
