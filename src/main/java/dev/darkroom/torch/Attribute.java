package dev.darkroom.torch;

import java.util.List;
import java.util.Map;

/** A value that a TorchScript module is born with, of one of the types its source may declare. */
sealed interface Attribute {

    void write(PickleWriter out);

    static Attribute of(long value) {
        return new Whole(value);
    }

    static Attribute of(double value) {
        return new Real(value);
    }

    static Attribute of(boolean value) {
        return new Flag(value);
    }

    static Attribute whole(List<Integer> values) {
        return new Wholes(values);
    }

    static Attribute flags(List<Boolean> values) {
        return new Flags(values);
    }

    /** An empty {@code Dict[str, Tensor]}. */
    static Attribute tensors() {
        return new Tensors();
    }

    /** An empty {@code Dict[str, float]}. */
    static Attribute numbers() {
        return new Numbers();
    }

    /** {@code int}. */
    record Whole(long value) implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.whole(value);
        }
    }

    /** {@code float}. */
    record Real(double value) implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.real(value);
        }
    }

    /** {@code bool}. */
    record Flag(boolean value) implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.flag(value);
        }
    }

    /** {@code List[int]}. */
    record Wholes(List<Integer> values) implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.global("torch.jit._pickle", "build_intlist")
                    .list(values, v -> out.whole(v))
                    .reduce(1);
        }
    }

    /** {@code List[bool]}. */
    record Flags(List<Boolean> values) implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.global("torch.jit._pickle", "restore_type_tag")
                    .list(values, out::flag)
                    .text("List[bool]")
                    .reduce(2);
        }
    }

    /** {@code Dict[str, Tensor]}, empty. */
    record Tensors() implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.global("torch.jit._pickle", "restore_type_tag")
                    .emptyDict()
                    .text("Dict[str, Tensor]")
                    .reduce(2);
        }
    }

    /** {@code Dict[str, float]}, empty. */
    record Numbers() implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.global("torch.jit._pickle", "restore_type_tag")
                    .emptyDict()
                    .text("Dict[str, float]")
                    .reduce(2);
        }
    }

    /**
     * An object of a class of the source.
     *
     * @param type name of the class
     * @param attributes values of the attributes that it declares
     */
    record Module(String type, Map<String, Attribute> attributes) implements Attribute {
        @Override
        public void write(PickleWriter out) {
            out.global("__torch__", type).newObject().emptyDict().mark();
            attributes.forEach((name, value) -> value.write(out.text(name)));
            out.setItems().build();
        }
    }
}
