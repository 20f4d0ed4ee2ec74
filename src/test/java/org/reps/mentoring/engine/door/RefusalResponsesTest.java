package org.reps.mentoring.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.Refusal.Fault;
import org.reps.mentoring.text.Wanted;
import org.springframework.core.ResolvableType;

class RefusalResponsesTest {

    @Test
    void what_nobody_expected_is_not_described_to_the_outside() {
        var answer = answerTo(new NullPointerException("Cannot invoke \"org.reps.Secret.inside()\""));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getEntity().toString())
                .contains("Something went wrong on our side, and nothing was changed.")
                .doesNotContain("Secret", "NullPointer");
    }

    @Test
    void what_is_simply_not_there_stays_so() {
        assertThat(answerTo(new NotFoundException()).getStatus()).isEqualTo(404);
    }

    @Test
    void a_refusal_says_of_each_thing_where_it_is_and_stays_one_sentence_for_who_reads_only_that() {
        var refusal = Refusal.of(List.of(
                Fault.of("weeks", "Weeks", Wanted.of("most", 12)),
                new Fault("whom", "With whom", "nobody here is called \"me\".", null),
                new Fault(null, "", "You are a mentor already.", null)));

        assertThat(RefusalResponses.inJson(refusal, "en"))
                .isEqualTo(Map.of(
                        "type",
                        "Refusal",
                        "message",
                        "Weeks: please give 12 or less. With whom: nobody here is called \"me\"."
                                + " You are a mentor already.",
                        "faults",
                        List.of(
                                Map.of(
                                        "field", "weeks",
                                        "label", "Weeks",
                                        "message", "please give 12 or less.",
                                        "wanted", new Wanted("most", List.of("12"))),
                                Map.of(
                                        "field", "whom",
                                        "label", "With whom",
                                        "message", "nobody here is called \"me\"."),
                                Map.of("label", "", "message", "You are a mentor already."))));
    }

    private static Response answerTo(RuntimeException e) {
        var mappers = new ArrayList<Object>();
        var context = mock(FeatureContext.class);
        when(context.register(any(Object.class), anyInt())).thenAnswer(call -> {
            mappers.add(call.getArgument(0));
            return context;
        });
        new RefusalResponses().configure(context);
        return mapperOf(mappers).toResponse(e);
    }

    @SuppressWarnings("unchecked")
    private static ExceptionMapper<Throwable> mapperOf(List<Object> mappers) {
        return mappers.stream()
                .filter(mapper -> Throwable.class.equals(ResolvableType.forInstance(mapper)
                        .as(ExceptionMapper.class)
                        .resolveGeneric()))
                .map(ExceptionMapper.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
