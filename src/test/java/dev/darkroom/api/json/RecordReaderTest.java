package dev.darkroom.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private final List<FieldError> errors = new ArrayList<>();

    record Inner(
            @JsonProperty("list_of_numbers") @Nullable List<Double> numbers,
            @Nullable List<Point> points) {}

    record Point(@Nullable Integer x) {}

    record Outer(@JsonUnwrapped Inner inner, @Nullable String name) {}

    @Test
    void fieldsOfAnUnwrappedRecordStandBesideTheOthers() {
        Outer read = read("{\"name\":\"n\",\"list_of_numbers\":[1,2.5],\"points\":[{\"x\":1},{}]}");
        assertThat(read.name()).isEqualTo("n");
        assertThat(read.inner().numbers()).containsExactly(1.0, 2.5);
        assertThat(read.inner().points()).containsExactly(new Point(1), new Point(null));
        assertThat(errors).isEmpty();
    }

    @Test
    void anUnwrappedRecordIsThereWithoutAnyOfItsFields() {
        assertThat(read("{}").inner()).isEqualTo(new Inner(null, null));
    }

    @Test
    void whatIsWrongInAListIsNamedByItsPlace() {
        read("{\"list_of_numbers\":[1,\"two\",null],\"points\":[{\"y\":1}],\"inner\":{}}");
        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("list_of_numbers[1]", "list_of_numbers[2]", "points[0].y", "inner");
    }

    @Test
    void noListAndTooLongAListAreRefused() {
        read("{\"list_of_numbers\":7}");
        read("{\"list_of_numbers\":" + Collections.nCopies(1025, 1) + "}");
        assertThat(errors).hasSize(2).extracting(FieldError::message).allMatch(text -> text.contains("at most 1024"));
    }

    private Outer read(String json) {
        return new RecordReader(errors)
                .read(new StrictJson(100_000).read(json.getBytes(StandardCharsets.UTF_8)), Outer.class);
    }
}
