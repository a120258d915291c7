package dev.darkroom.denoise.plan;

/** What sets a sampler apart from others. */
public enum SamplerTrait {

    /** Guides by CFG++: it asks for the unguided prediction too, and wants guidance scales of about 0 to 2. */
    CFG_PLUS_PLUS,

    /** Its draws belong to intervals of noise levels, so they can be those of a Brownian motion. */
    BROWNIAN
}
