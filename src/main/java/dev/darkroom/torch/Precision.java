package dev.darkroom.torch;

/** The number format that a network computes in. Inputs and outputs are always float32. */
public enum Precision {
    /** bf16 where it is measured to be faster than fp32 on the device, else fp32. */
    AUTO(0, 0),
    /** IEEE single precision: the reference. */
    FP32(6, 4),
    /** bfloat16: the range of fp32 with 8 bits of precision. */
    BF16(15, 2),
    /** IEEE half precision; on GPUs only. */
    FP16(5, 2);

    private final int scalarType;
    private final int bytes;

    Precision(int scalarType, int bytes) {
        this.scalarType = scalarType;
        this.bytes = bytes;
    }

    /** libtorch's number of this type. */
    int scalarType() {
        return scalarType;
    }

    /** Bytes of one number. */
    int bytes() {
        return bytes;
    }
}
