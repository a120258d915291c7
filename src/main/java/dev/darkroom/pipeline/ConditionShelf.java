package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.torch.Condition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The conditions of a request that are ready on the device: those in use, and as many of the last used ones as fit.
 * So a prompt that changes with the step is prepared once for each of its texts, and one of hundreds of texts does not
 * fill the device. Thread-safe; close it when all loops have ended.
 *
 * @param <P> a condition on a device
 */
final class ConditionShelf<P> implements AutoCloseable {

    /** Tokens that are kept when nobody uses them: about 250 MB of keys and values for Stable Diffusion 1. */
    static final int TOKENS = 32 * 77;

    private final Function<Condition, P> prepare;
    private final Consumer<P> free;
    private final Map<Condition, Slot<P>> slots = new LinkedHashMap<>(16, 0.75f, true);
    private int tokens;

    /**
     * @param prepare brings a condition to the device
     * @param free is called once for each that was prepared
     */
    ConditionShelf(Function<Condition, P> prepare, Consumer<P> free) {
        this.prepare = prepare;
        this.free = free;
    }

    /** A network on conditions around one on prepared ones. */
    Network<Condition> network(Network<P> network) {
        return (input, timestep, conditions) -> {
            List<P> prepared = take(conditions);
            try {
                return network.evaluate(input, timestep, prepared);
            } finally {
                giveBack(conditions);
            }
        };
    }

    private synchronized List<P> take(List<Condition> conditions) {
        List<P> taken = new ArrayList<>();
        try {
            for (Condition condition : conditions) {
                Slot<P> slot = slots.get(condition);
                if (slot == null) {
                    slot = new Slot<>(prepare.apply(condition));
                    slots.put(condition, slot);
                    tokens += condition.tokens();
                }
                slot.users++;
                taken.add(slot.prepared);
            }
        } catch (RuntimeException failure) {
            giveBack(conditions.subList(0, taken.size()));
            throw failure;
        }
        return taken;
    }

    private synchronized void giveBack(List<Condition> conditions) {
        conditions.forEach(condition -> {
            Slot<P> slot = slots.get(condition);
            if (slot != null) {
                slot.users--;
            }
        });
        Iterator<Map.Entry<Condition, Slot<P>>> oldest = slots.entrySet().iterator();
        while (tokens > TOKENS && oldest.hasNext()) {
            Map.Entry<Condition, Slot<P>> entry = oldest.next();
            if (entry.getValue().users == 0) {
                oldest.remove();
                tokens -= entry.getKey().tokens();
                free.accept(entry.getValue().prepared);
            }
        }
    }

    @Override
    public synchronized void close() {
        slots.values().forEach(slot -> free.accept(slot.prepared));
        slots.clear();
        tokens = 0;
    }

    private static final class Slot<P> {

        private final P prepared;
        private int users;

        Slot(P prepared) {
            this.prepared = prepared;
        }
    }
}
