package org.reps.mentoring.engine;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.web.TooLarge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a {@link Refusal} with 400, {@link TooLate} with 409 and so on, in the form in which Tasklist and its login
 * page expect messages, and says nothing of the program's inside when something fails. Found by Jersey through
 * {@code META-INF/services}, as the web applications do not let others register anything.
 */
public class RefusalResponses implements ForcedAutoDiscoverable {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalResponses.class);

    @Override
    public void configure(FeatureContext context) {
        context.register(new LoginRequired());
        context.register(new RefusalMapper());
        context.register(new TooLateMapper());
        context.register(new TooManyAttemptsMapper());
        context.register(new TooLargeMapper());
        context.register(new NotJsonMapper());
        context.register(new OtherJsonMapper());
        context.register(new DeepJsonMapper());
        context.register(new FaultMapper());
    }

    private static final class RefusalMapper implements ExceptionMapper<Refusal> {
        @Override
        public Response toResponse(Refusal refusal) {
            return response(Response.Status.BAD_REQUEST, refusal);
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

    /** Before those of Jersey, which tell the names of classes. */
    @Priority(1)
    private static final class NotJsonMapper implements ExceptionMapper<JsonParseException> {
        @Override
        public Response toResponse(JsonParseException e) {
            return unreadable(e);
        }
    }

    @Priority(1)
    private static final class OtherJsonMapper implements ExceptionMapper<JsonMappingException> {
        @Override
        public Response toResponse(JsonMappingException e) {
            return e.getCause() instanceof TooLarge tooLarge
                    ? response(Response.Status.REQUEST_ENTITY_TOO_LARGE, tooLarge)
                    : unreadable(e);
        }
    }

    private static final class DeepJsonMapper implements ExceptionMapper<StreamConstraintsException> {
        @Override
        public Response toResponse(StreamConstraintsException e) {
            return unreadable(e);
        }
    }

    /** What nobody expected is for the log; the person would only see names of classes. */
    private static final class FaultMapper implements ExceptionMapper<RuntimeException> {
        @Override
        public Response toResponse(RuntimeException e) {
            if (e instanceof WebApplicationException) {
                return ExceptionHandlerHelper.getInstance().getResponse(e);
            }
            LOG.error("A request failed", e);
            return response(
                    Response.Status.INTERNAL_SERVER_ERROR,
                    new Refusal(
                            "Something went wrong here, and nothing was changed. Please try again later, and tell the operator"
                                    + " if it happens again."));
        }
    }

    private static Response unreadable(JsonProcessingException e) {
        var where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return response(Response.Status.BAD_REQUEST, new Refusal("This is not what can be read here" + where + "."));
    }

    private static Response response(Response.Status status, RuntimeException e) {
        return response(status, e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
    }

    static Response response(Response.Status status, String type, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", type, "message", message))
                .build();
    }
}
