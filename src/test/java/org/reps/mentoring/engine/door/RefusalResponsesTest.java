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
import org.junit.jupiter.api.Test;
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
