package org.reps.mentoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type for a day, a time or a number; the browser reads the same list ({@code TypedAnswersIT}). */
class TypedTest {

    @ParameterizedTest
    @MethodSource("cases")
    void it_means_what_it_can_mean(String as, String typed, List<String> means) {
        assertThat(meanings(as, typed)).isEqualTo(means);
    }

    private static List<String> meanings(String as, String typed) {
        return switch (as) {
            case "DAY" ->
                TypedDay.meanings(typed).stream().map(Object::toString).toList();
            case "TIME" ->
                TypedTime.meanings(typed).stream().map(Object::toString).toList();
            default ->
                TypedNumber.meanings(typed).stream()
                        .map(BigDecimal::toPlainString)
                        .toList();
        };
    }

    static Stream<Arguments> cases() throws IOException {
        var cases = new ObjectMapper().readTree(TypedTest.class.getResource("typed.json"));
        return StreamSupport.stream(cases.spliterator(), false)
                .map(one ->
                        Arguments.of(one.path("as").asText(), one.path("typed").asText(), texts(one.path("means"))));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
