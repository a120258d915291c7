package dev.darkroom.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Networks that learn: loss, gradients and update run as TorchScript, float32 masters beside copies in the compute
 * precision. Nothing in it is random: noise comes with the batch. One thread at a time. Whoever opens it closes it.
 */
public final class Learner implements AutoCloseable {

    private final TorchEngine engine;
    private final ScriptModule module;

    private Learner(TorchEngine engine, ScriptModule module) {
        this.engine = engine;
        this.module = module;
    }

    /** A learner without weights: {@link #begin} gives them. */
    public static Learner open(TorchEngine engine, Objective objective, Placement placement, Constants constants) {
        Map<String, Attribute> optimizer = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            optimizer.put(part.attribute(), Attribute.tensors());
        }
        optimizer.put("rate", Attribute.numbers());
        optimizer.put("decay", Attribute.numbers());
        optimizer.put("beta1", Attribute.of(constants.beta1()));
        optimizer.put("beta2", Attribute.of(constants.beta2()));
        optimizer.put("eps", Attribute.of(constants.eps()));
        optimizer.put("momentum", Attribute.of(constants.momentum()));
        byte[] archive = objective.archive(placement.precision(), optimizer);
        return new Learner(engine, new ScriptModule("trainer", archive, placement.device()));
    }

    /** Begins with these weights: averages start with them, moments with zeros. Call it once, before anything else. */
    public void begin(Map<String, Values> weights) {
        train("begin", "weights", weights);
    }

    /** Hands over weights that do not learn, for an objective that has such. */
    public void freeze(Map<String, Values> weights) {
        train("freeze", "weights", weights);
    }

    /**
     * Says how many moving averages of every weight are kept; without this one. In {@link Part#AVERAGE} the first is
     * called as the weight is, the others {@code NAME@1}, {@code NAME@2}, … Call it before the first update.
     */
    public void averages(int count) {
        try (IValue number = IValue.from((long) count)) {
            module.run("averages", number).close();
        }
    }

    /** Says how a weight is updated; without this like {@link Traits#PLAIN}. */
    public void traits(String name, Traits traits) {
        try (IValue key = IValue.from(name);
                IValue rate = IValue.from(traits.rate());
                IValue decay = IValue.from(traits.decay());
                IValue matrix = IValue.from(traits.matrix())) {
            module.run("traits", key, rate, decay, matrix).close();
        }
    }

    /**
     * Adds the gradients of a batch's loss to those gathered since the last update.
     *
     * @param batch tensors by the names that the objective's source asks for
     * @param share what the loss is multiplied by: 1 over the number of batches of one update
     * @return the loss as {@code loss}, and its terms
     */
    public Map<String, Double> learn(Map<String, Values> batch, double share) {
        Map<String, Values> all = new LinkedHashMap<>(batch);
        all.put("share", new Values(new float[] {(float) share}));
        return train("learn", "batch", all);
    }

    private Map<String, Double> train(String method, String argument, Map<String, Values> values) {
        engine.useAllThreads();
        try (Tensors tensors = new Tensors(module.device())) {
            values.forEach((name, value) -> tensors.put(name, tensors.floats(value.numbers(), value.shape())));
            Map<String, Double> results = new LinkedHashMap<>();
            for (NDArray result : module.train(method, tensors.entries(argument))) {
                results.put(result.getName(), (double) Tensors.copy(result)[0]);
            }
            return results;
        }
    }

    /**
     * Moves the weights by the gathered gradients, unless these are not finite; forgets the gradients.
     *
     * @param step of this update, from 1
     * @return the gradients' norm before clipping; not finite if nothing moved
     */
    public double update(long step, Step size) {
        engine.useAllThreads();
        try (IValue at = IValue.from(step);
                IValue rate = IValue.from(size.rate());
                IValue decay = IValue.from(size.decay());
                IValue clip = IValue.from(size.clip());
                IValue average = IValue.listFrom(size.average());
                IValue norm = module.run("update", at, rate, decay, clip, average)) {
            return norm.toDouble();
        }
    }

    /** Copies one part of the state out, by the weights' names. */
    public Map<String, float[]> read(Part part) {
        try (Tensors tensors = new Tensors(module.device());
                IValue name = IValue.from(part.attribute());
                IValue result = module.run("part", name)) {
            Map<String, float[]> values = new LinkedHashMap<>();
            each(result, (key, value) -> values.put(key, tensors.floats(value)));
            return values;
        }
    }

    /** Overwrites one weight, average or moment, as {@link #read} told it. */
    public void write(Part part, String name, Values value) {
        try (Tensors tensors = new Tensors(module.device());
                IValue attribute = IValue.from(part.attribute());
                IValue key = IValue.from(name);
                IValue x = IValue.from(tensors.floats(value.numbers(), value.shape()))) {
            module.run("overwrite", attribute, key, x).close();
        }
    }

    private static void each(IValue dict, BiConsumer<String, IValue> action) {
        Map<String, IValue> parts = dict.toIValueMap();
        try {
            parts.forEach(action);
        } finally {
            parts.values().forEach(IValue::close);
        }
    }

    @Override
    public void close() {
        module.close();
    }

    /** What is kept for every weight. */
    public enum Part {
        /** The float32 masters. */
        WEIGHT,
        /** First moments of AdamW, momentum of Muon. */
        FIRST,
        /** Second moments of AdamW. */
        SECOND,
        /** Exponential moving averages of the masters. */
        AVERAGE,
        /** Gradients gathered since the last update. */
        GRADIENT;

        String attribute() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Numbers with a shape.
     *
     * @param numbers row-major
     * @param shape dimensions; none for a single number
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Values(float[] numbers, long... shape) {

        /**
         * Rows one after the other.
         *
         * @param rows of one length, at least one
         * @param shape of each
         */
        public static Values rows(float[][] rows, long... shape) {
            int length = rows[0].length;
            float[] numbers = new float[rows.length * length];
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, numbers, row * length, length);
            }
            long[] all = new long[shape.length + 1];
            all[0] = rows.length;
            System.arraycopy(shape, 0, all, 1, shape.length);
            return new Values(numbers, all);
        }
    }

    /**
     * How one weight is updated.
     *
     * @param rate times the learning rate
     * @param decay times the weight decay
     * @param matrix orthogonalised momentum (Muon) instead of AdamW
     */
    public record Traits(double rate, double decay, boolean matrix) {

        /** AdamW at the rate and decay of the update. */
        public static final Traits PLAIN = new Traits(1, 1, false);
    }

    /** What stays the same for all updates: AdamW's betas and epsilon, Muon's momentum. */
    public record Constants(double beta1, double beta2, double eps, double momentum) {}

    /**
     * One update.
     *
     * @param rate learning rate
     * @param decay weight decay
     * @param clip largest norm of all gradients together; 0 for any
     * @param average how much of each moving average stays
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Step(double rate, double decay, double clip, double... average) {}
}
