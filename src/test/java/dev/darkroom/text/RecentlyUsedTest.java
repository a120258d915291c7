package dev.darkroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyUsedTest {

    private final RecentlyUsed<String, Integer> values = new RecentlyUsed<>(2);

    @Test
    void valueNotUsedForLongestGoesFirst() {
        values.put("a", 1);
        values.put("b", 2);
        assertThat(values.get("a")).isEqualTo(1);
        values.put("c", 3);
        assertThat(values.get("b")).isNull();
        assertThat(values.get("a")).isEqualTo(1);
        assertThat(values.get("c")).isEqualTo(3);
    }

    @Test
    void neverHoldsMoreThanItsCapacity() {
        for (int i = 0; i < 100; i++) {
            values.put("key " + i, i);
        }
        assertThat(values.size()).isEqualTo(2);
    }
}
