package dev.darkroom.torch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the few operations of Python's pickle format, protocol 2, that the root object of a TorchScript archive needs
 * (https://peps.python.org/pep-0307/). Not thread-safe.
 */
final class PickleWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleWriter() {
        op(0x80).op(2);
    }

    /** Pushes a class or function. */
    PickleWriter global(String module, String name) {
        return op('c').ascii(module + '\n' + name + '\n');
    }

    /** Replaces a class on the stack by a new object of it. */
    PickleWriter newObject() {
        return op(')').op(0x81);
    }

    PickleWriter emptyTuple() {
        return op(')');
    }

    PickleWriter emptyDict() {
        return op('}');
    }

    PickleWriter mark() {
        return op('(');
    }

    /** Puts the keys and values pushed since the mark into the dict below it. */
    PickleWriter setItems() {
        return op('u');
    }

    /** Gives the dict on the stack to the object below it as its state. */
    PickleWriter build() {
        return op('b');
    }

    /** Calls the function below the topmost one or two values with them. */
    PickleWriter reduce(int arguments) {
        return op(arguments == 1 ? 0x85 : 0x86).op('R');
    }

    <T> PickleWriter list(List<T> values, Consumer<T> write) {
        op(']').mark();
        values.forEach(write);
        return op('e');
    }

    PickleWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return op('X').littleEndian(bytes.length).raw(bytes);
    }

    PickleWriter whole(long value) {
        return op('J').littleEndian(Math.toIntExact(value));
    }

    PickleWriter real(double value) {
        return op('G').raw(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }

    PickleWriter flag(boolean value) {
        return op(value ? 0x88 : 0x89);
    }

    /** Ends the pickle and returns it. */
    byte[] finish() {
        op('.');
        return out.toByteArray();
    }

    private PickleWriter op(int code) {
        out.write(code);
        return this;
    }

    private PickleWriter ascii(String value) {
        return raw(value.getBytes(StandardCharsets.US_ASCII));
    }

    private PickleWriter littleEndian(int value) {
        return raw(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
    }

    private PickleWriter raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }
}
