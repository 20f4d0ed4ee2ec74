package org.reps.mentoring.engine.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.cockpit.db.QueryParameters;
import org.camunda.bpm.cockpit.impl.plugin.base.sub.resources.ProcessDefinitionResource;
import org.camunda.bpm.cockpit.impl.plugin.base.sub.resources.ProcessInstanceResource;
import org.camunda.bpm.cockpit.impl.plugin.resources.IncidentRestService;
import org.camunda.bpm.cockpit.impl.plugin.resources.ProcessInstanceRestService;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.springframework.beans.DirectFieldAccessor;

/**
 * What Cockpit looks up by itself: it reads the database beside the engine, so {@code CommandGate} does not see it, and
 * it knows of rights that are given but not of those that are taken away ({@code Revocations}). It is taught here.
 */
final class CockpitQueries implements ContainerRequestFilter, ReaderInterceptor {

    private static final String NO_QUESTION = "Please send what you ask for as JSON, at least {}.";

    private static final List<Class<?>> ABOUT_CASES = List.of(
            ProcessInstanceRestService.class,
            ProcessInstanceResource.class,
            ProcessDefinitionResource.class,
            IncidentRestService.class);

    @Override
    public void filter(ContainerRequestContext request) {
        var answering = request.getUriInfo().getMatchedResources().get(0);
        if (ABOUT_CASES.stream().noneMatch(about -> about.isInstance(answering)) || isOperator()) {
            return;
        }
        if (!request.getMethod().equals("POST")) {
            // Cockpit does not ask in this way, and the question could not be changed on its way.
            request.abortWith(RefusalResponses.response(
                    Response.Status.FORBIDDEN, "AuthorizationException", "Cockpit asks for this with POST."));
            return;
        }
        if (!request.hasEntity()) {
            request.abortWith(RefusalResponses.response(
                    Response.Status.BAD_REQUEST, InvalidRequestException.class.getSimpleName(), NO_QUESTION));
            return;
        }
        // The gate sees this one, and brings up to date what is out of sight.
        ProcessEngines.getDefaultProcessEngine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId("none")
                .count();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        var asked = reading.proceed();
        if (asked == null && QueryParameters.class.isAssignableFrom(reading.getType())) {
            throw new InvalidRequestException(Response.Status.BAD_REQUEST, NO_QUESTION);
        }
        if (asked instanceof QueryParameters query && !isOperator()) {
            if (valuesIn(query) instanceof Collection<?> values && !values.isEmpty()) {
                throw new AuthorizationException("Nothing can be looked up by what is written in it.");
            }
            query.getAuthCheck().setRevokeAuthorizationCheckEnabled(true);
        }
        return asked;
    }

    private static Object valuesIn(QueryParameters query) {
        var fields = new DirectFieldAccessor(query);
        var values = fields.isReadableProperty("variables") ? fields.getPropertyValue("variables") : null;
        return values == null ? List.of() : values;
    }

    private static boolean isOperator() {
        var person =
                ProcessEngines.getDefaultProcessEngine().getIdentityService().getCurrentAuthentication();
        return person != null
                && person.getGroupIds() != null
                && person.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
