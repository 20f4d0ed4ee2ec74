package org.reps.mentoring.engine.door;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.reps.mentoring.engine.login.TooManyAttempts;
import org.reps.mentoring.engine.refusals.TooLate;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.web.TooLarge;

/**
 * Answers a {@link Refusal} with 400, {@link TooLate} with 409 and so on, in the form in which Tasklist and its login
 * page expect messages and in the language of whoever reads them, and says nothing of the program's inside when
 * something fails; and what else has to stand between Camunda's REST interfaces and people. Found by Jersey through
 * {@code META-INF/services}, as the web applications do not let others register anything.
 */
public class RefusalResponses implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(new LoginRequired());
        context.register(new LoginNames());
        context.register(new CockpitQueries());
        context.register(new HiddenNumbers());
        context.register(new InAskersLanguage());
        context.register(new DeploymentDoor());
        PlainErrors.register(context);
        context.register(new RefusalMapper());
        context.register(new TooLateMapper());
        context.register(new TooManyAttemptsMapper());
        context.register(new TooLargeMapper());
    }

    private static final class RefusalMapper implements ExceptionMapper<Refusal> {
        @Override
        public Response toResponse(Refusal refusal) {
            return response(Response.Status.BAD_REQUEST, inJson(refusal, InAskersLanguage.now()));
        }
    }

    private static final class TooLateMapper implements ExceptionMapper<TooLate> {
        @Override
        public Response toResponse(TooLate tooLate) {
            return response(Response.Status.CONFLICT, tooLate);
        }
    }

    private static final class TooManyAttemptsMapper implements ExceptionMapper<TooManyAttempts> {
        @Override
        public Response toResponse(TooManyAttempts tooMany) {
            return Response.fromResponse(response(Response.Status.TOO_MANY_REQUESTS, tooMany))
                    .header(HttpHeaders.RETRY_AFTER, tooMany.seconds())
                    .build();
        }
    }

    private static final class TooLargeMapper implements ExceptionMapper<TooLarge> {
        @Override
        public Response toResponse(TooLarge tooLarge) {
            return response(Response.Status.REQUEST_ENTITY_TOO_LARGE, tooLarge);
        }
    }

    /** The sentence, and of what it is made: a browser shows that at the fields. */
    static Map<String, Object> inJson(Refusal refusal, String language) {
        var said = Refusal.of(
                refusal.faults().stream().map(fault -> said(fault, language)).toList());
        var faults = said.faults().stream().map(RefusalResponses::inJson).toList();
        return Map.of("type", refusal.getClass().getSimpleName(), "message", said.toString(), "faults", faults);
    }

    private static Refusal.Fault said(Refusal.Fault fault, String language) {
        var label = Translations.OF_FORMS.in(language, fault.label());
        var sentence = fault.wanted() == null
                ? Translations.OF_ANSWERS.in(language, fault.sentence())
                : fault.wanted().words(language) + ".";
        return new Refusal.Fault(fault.field(), label, sentence, fault.wanted());
    }

    private static Map<String, Object> inJson(Refusal.Fault fault) {
        var told = new LinkedHashMap<String, Object>();
        if (fault.field() != null) {
            told.put("field", fault.field());
        }
        told.put("label", fault.label());
        told.put("message", fault.sentence());
        if (fault.wanted() != null) {
            told.put("wanted", fault.wanted());
        }
        return told;
    }

    static Response response(Response.Status status, RuntimeException e) {
        return response(status, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }

    static Response response(Response.Status status, String type, String message) {
        return response(status, Map.of("type", type, "message", message));
    }

    private static Response response(Response.Status status, Map<String, ?> told) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(told)
                .build();
    }
}
