package dev.darkroom.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the values used last, up to a number of them. Thread-safe. */
final class RecentlyUsed<K, V> {

    private final Map<K, V> values;

    RecentlyUsed(int capacity) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    synchronized void put(K key, V value) {
        values.put(key, value);
    }

    synchronized int size() {
        return values.size();
    }
}
