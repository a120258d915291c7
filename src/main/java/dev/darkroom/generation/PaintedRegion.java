package dev.darkroom.generation;

/** Which part of a picture the network sees when something in it is painted anew. */
public enum PaintedRegion {
    /** All of it, at the request's size. */
    WHOLE,
    /** What surrounds the mask, enlarged to the request's size, so that small things are worked out (webui: only masked). */
    MASKED
}
