package dev.darkroom.job;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Listeners of this process. */
final class InProcessEventBus implements EventBus {

    private final ConcurrentHashMap<UUID, Set<Listener>> listeners = new ConcurrentHashMap<>();

    @Override
    public void publish(UUID job) {
        listeners.getOrDefault(job, Set.of()).forEach(listener -> listener.onNews.run());
    }

    @Override
    public void publishAll() {
        listeners.keySet().forEach(this::publish);
    }

    @Override
    public Registration listen(UUID job, Runnable onNews) {
        Listener listener = new Listener(onNews);
        listeners.compute(job, (id, known) -> {
            Set<Listener> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(job, (id, known) -> {
            known.remove(listener);
            return known.isEmpty() ? null : known;
        });
    }

    /** Jobs that somebody listens to. */
    int size() {
        return listeners.size();
    }

    /** Compared by identity, so that one Runnable may listen twice. */
    private static final class Listener {

        private final Runnable onNews;

        Listener(Runnable onNews) {
            this.onNews = onNews;
        }
    }
}
