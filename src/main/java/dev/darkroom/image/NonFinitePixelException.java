package dev.darkroom.image;

/** A network gave a picture with a value that is no finite number. */
public final class NonFinitePixelException extends ArithmeticException {

    private static final long serialVersionUID = 1;

    NonFinitePixelException(float value, int channel, int row, int column) {
        super("the picture has the value " + value + " at channel " + channel + ", row " + row + ", column " + column
                + "; the model overflowed: try another precision, for example fp32");
    }
}
