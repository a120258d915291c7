package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;

/**
 * What a UNet computes from its condition alone, once for all steps: the keys and values of every cross-attention
 * layer and the added embedding of a text, the embedding of a class. Lives on the UNet's device. Close it when its last step is done; it must not be in use then.
 */
public final class UNetContext implements AutoCloseable {

    private final IValue values;
    private final int tokens;

    UNetContext(IValue values, int tokens) {
        this.values = values;
        this.tokens = tokens;
    }

    /** Number of text tokens; rows of one batch must agree in it. */
    public int tokens() {
        return tokens;
    }

    IValue values() {
        return values;
    }

    @Override
    public void close() {
        values.close();
    }
}
