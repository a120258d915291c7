package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.worker.DenoisingSession;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.PreparedPrompt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The conditionings of a request that are ready on the device: those in use, and as many of the last used ones as fit.
 * So a prompt that changes with the step is prepared once for each of its texts, and one of hundreds of texts does not
 * fill the device. Thread-safe; close it when all loops have ended.
 */
final class PromptShelf implements AutoCloseable {

    /** Tokens that are kept, in use or not: about 250 MB of keys and values for Stable Diffusion 1. */
    private static final int TOKENS = 32 * 77;

    private final Function<TextConditioning, PreparedPrompt> prepare;
    private final Map<TextConditioning, Slot> slots = new LinkedHashMap<>(16, 0.75f, true);
    private int tokens;

    PromptShelf(ModelLease model) {
        this(model::prepare);
    }

    PromptShelf(Function<TextConditioning, PreparedPrompt> prepare) {
        this.prepare = prepare;
    }

    /** A network on conditionings, of which the session sees the prepared ones. */
    Network<TextConditioning> network(DenoisingSession session) {
        return (input, timestep, conditions) -> {
            List<PreparedPrompt> prepared = take(conditions);
            try {
                return session.evaluate(input, timestep, prepared);
            } finally {
                giveBack(conditions);
            }
        };
    }

    private synchronized List<PreparedPrompt> take(List<TextConditioning> conditions) {
        List<PreparedPrompt> taken = new ArrayList<>();
        try {
            for (TextConditioning condition : conditions) {
                Slot slot = slots.get(condition);
                if (slot == null) {
                    slot = new Slot(prepare.apply(condition));
                    slots.put(condition, slot);
                    tokens += condition.tokens();
                }
                slot.users++;
                taken.add(slot.prompt);
            }
        } catch (RuntimeException failure) {
            giveBack(conditions.subList(0, taken.size()));
            throw failure;
        }
        return taken;
    }

    private synchronized void giveBack(List<TextConditioning> conditions) {
        conditions.forEach(condition -> {
            Slot slot = slots.get(condition);
            if (slot != null) {
                slot.users--;
            }
        });
        Iterator<Map.Entry<TextConditioning, Slot>> oldest = slots.entrySet().iterator();
        while (tokens > TOKENS && oldest.hasNext()) {
            Map.Entry<TextConditioning, Slot> entry = oldest.next();
            if (entry.getValue().users == 0) {
                oldest.remove();
                tokens -= entry.getKey().tokens();
                entry.getValue().prompt.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        slots.values().forEach(slot -> slot.prompt.close());
        slots.clear();
    }

    private static final class Slot {

        private final PreparedPrompt prompt;
        private int users;

        Slot(PreparedPrompt prompt) {
            this.prompt = prompt;
        }
    }
}
