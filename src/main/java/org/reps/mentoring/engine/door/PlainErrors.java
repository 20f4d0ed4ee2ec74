package org.reps.mentoring.engine.door;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.web.TooLarge;

/**
 * Says in plain words what went wrong where Camunda answers with the insides of Java, and that it was the request where
 * Camunda takes the blame. Everything else is answered as Camunda does.
 */
final class PlainErrors {

    private static final String UNREADABLE = "This could not be read. Please check what was sent.";
    private static final String OURS = "Something went wrong on our side, and nothing was changed."
            + " Please try again, and tell a contact if it happens again.";

    private static final String NOT_YOURS = "This is not part of what you can do here.";

    /** How the engine names a right that somebody lacks; what Camunda makes of that keeps the words only. */
    private static final String LACKED = " permission on resource '";

    /** The class of SQL states for values that are too long or of the wrong kind. */
    private static final String DATA_EXCEPTION = "22";

    private static final List<String> READERS = List.of(
            "org.camunda.bpm.engine.rest.",
            "org.glassfish.jersey.server.",
            // Before an interceptor of ours, which only hands on what it reads.
            "org.glassfish.jersey.message.internal.ReaderInterceptorExecutor");

    /** Where something was asked of the engine, or of us. */
    private static final List<String> ASKED = List.of("org.camunda.bpm.engine.impl.interceptor.", "org.reps.");

    private static final List<String> REFLECTION = List.of("java.lang.reflect.", "jdk.internal.reflect.");

    private static final String COMMAND_LOGGER = "org.camunda.bpm.engine.impl.cmd.CommandLogger";

    private PlainErrors() {}

    /** Takes the place of Camunda's own answers to the same exceptions. */
    static void register(FeatureContext context) {
        context.register(new OfJsonParsing(), Priorities.USER - 1);
        context.register(new OfJsonMapping(), Priorities.USER - 1);
        context.register(new OfDeepJson(), Priorities.USER - 1);
        context.register(new OfRest(), Priorities.USER - 1);
        context.register(new OfEngine(), Priorities.USER - 1);
        context.register(new OfAnything(), Priorities.USER - 1);
    }

    private static Response answer(Throwable thrown) {
        var tooLarge = first(thrown, TooLarge.class);
        if (tooLarge.isPresent()) {
            return RefusalResponses.response(Response.Status.REQUEST_ENTITY_TOO_LARGE, tooLarge.get());
        }
        if (first(thrown, JacksonException.class).isPresent() || isAboutWhatWasSent(thrown)) {
            return RefusalResponses.response(Response.Status.BAD_REQUEST, "InvalidRequestException", UNREADABLE);
        }
        if (isAboutRights(thrown)) {
            return RefusalResponses.response(Response.Status.FORBIDDEN, "AuthorizationException", NOT_YOURS);
        }
        if (thrown instanceof RestException) {
            var refused = first(thrown, AuthorizationException.class);
            if (refused.isPresent()) {
                return RefusalResponses.response(Response.Status.FORBIDDEN, refused.get());
            }
        }
        // Camunda writes into the log what it answers with 500.
        var answer = ExceptionHandlerHelper.getInstance().getResponse(thrown);
        return answer.getStatus() >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()
                ? RefusalResponses.response(Response.Status.INTERNAL_SERVER_ERROR, "RestException", OURS)
                : answer;
    }

    /** The engine names the process then: a link to a task would tell anybody that it is about a concern. */
    private static boolean isAboutRights(Throwable thrown) {
        return first(thrown, AuthorizationException.class)
                        .filter(refused -> !refused.getMissingAuthorizations().isEmpty())
                        .isPresent()
                || (thrown instanceof RestException
                        && String.valueOf(thrown.getMessage()).contains(LACKED));
    }

    /**
     * What reads requests stumbles over what is missing in them, the engine over ids that are and over decisions that
     * are none, and the database over values that fit in no column.
     */
    private static boolean isAboutWhatWasSent(Throwable thrown) {
        if (thrown instanceof NullValueException
                || isRefusedByTheEngine(thrown)
                // Nested so deeply that whatever reads it is lost in it.
                || first(thrown, StackOverflowError.class).isPresent()
                || first(thrown, DmnTransformException.class).isPresent()
                || first(thrown.getCause(), RestException.class).isPresent()) {
            return true;
        }
        var unfit = first(thrown, SQLException.class)
                .map(SQLException::getSQLState)
                .filter(state -> state.startsWith(DATA_EXCEPTION));
        if (unfit.isPresent()) {
            return true;
        }
        var stack = thrown.getStackTrace();
        // An upload for a class that nothing may be made of.
        if (thrown instanceof RestException && stack[0].getMethodName().equals("deserializeJsonObject")) {
            return true;
        }
        return thrown instanceof RuntimeException
                && isBlamedOnTheServer(thrown)
                && (isThrownByReaders(stack) || isAskedTooMuchOfTheEngine(stack));
    }

    private static boolean isBlamedOnTheServer(Throwable thrown) {
        return ExceptionHandlerHelper.getInstance().getStatus(thrown).getStatusCode()
                >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
    }

    /** By what reads requests, or what it uses for that: nothing was asked of the engine yet. */
    private static boolean isThrownByReaders(StackTraceElement[] stack) {
        for (var place : stack) {
            if (ASKED.stream().anyMatch(place.getClassName()::startsWith)) {
                return false;
            }
            if (READERS.stream().anyMatch(place.getClassName()::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** What the engine makes sure of before it begins. */
    private static boolean isAskedTooMuchOfTheEngine(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .dropWhile(place -> REFLECTION.stream().anyMatch(place.getClassName()::startsWith))
                .findFirst()
                .filter(place -> place.getClassName().equals(EnsureUtil.class.getName()))
                .isPresent();
    }

    /**
     * The engine words what does not go together in a request in one place, and Camunda takes that for its own fault.
     */
    private static boolean isRefusedByTheEngine(Throwable thrown) {
        return first(thrown.getCause(), ProcessEngineException.class)
                .map(Throwable::getStackTrace)
                .filter(stack -> stack.length > 0 && COMMAND_LOGGER.equals(stack[0].getClassName()))
                .isPresent();
    }

    private static <T extends Throwable> Optional<T> first(@Nullable Throwable thrown, Class<T> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static final class OfJsonParsing extends Plain<JsonParseException> {}

    private static final class OfJsonMapping extends Plain<JsonMappingException> {}

    private static final class OfDeepJson extends Plain<StreamConstraintsException> {}

    private static final class OfRest extends Plain<RestException> {}

    private static final class OfEngine extends Plain<ProcessEngineException> {}

    private static final class OfAnything extends Plain<Throwable> {}

    /** Jersey asks a class of which exceptions it answers; it does so best of all for the nearest one. */
    private abstract static class Plain<T extends Throwable> implements ExceptionMapper<T> {
        @Override
        public final Response toResponse(T exception) {
            return answer(exception);
        }
    }
}
