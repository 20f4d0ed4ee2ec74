package org.reps.mentoring.engine.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.impl.AbstractProcessEngineRestServiceImpl;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.camunda.bpm.webapp.plugin.resource.AbstractAppPluginRootResource;

/**
 * Lets nobody who is not logged in reach the engine, which checks no rights where there is no person. Camunda's rules
 * look at how an address is written; this looks at what is about to answer, so no way of writing an address gets past.
 */
final class LoginRequired implements ContainerRequestFilter {

    /** What the login page needs: the login itself, the name of the engine, and the files of plugins. */
    private static final List<Class<?>> OPEN = List.of(
            UserAuthenticationResource.class,
            AbstractProcessEngineRestServiceImpl.class,
            AbstractAppPluginRootResource.class);

    @Override
    public void filter(ContainerRequestContext request) {
        var answering = request.getUriInfo().getMatchedResources().get(0);
        if (OPEN.stream().anyMatch(open -> open.isInstance(answering))) {
            return;
        }
        if (ProcessEngines.getDefaultProcessEngine().getIdentityService().getCurrentAuthentication() == null) {
            refuse(request, Response.Status.UNAUTHORIZED, "Please log in first.");
        } else if (isForWorkers(request) || (isForCockpit(request) && !mayOpenCockpit())) {
            refuse(request, Response.Status.FORBIDDEN, "This is not part of what you can do here.");
        }
    }

    /** Nobody works for the engine from outside, and this server could not keep them waiting. */
    private static boolean isForWorkers(ContainerRequestContext request) {
        return request.getUriInfo().getPath().contains("/external-task/fetchAndLock");
    }

    /** Cockpit's plugins read the database themselves, so {@code CommandGate} does not see them. */
    private static boolean isForCockpit(ContainerRequestContext request) {
        return request.getUriInfo().getBaseUri().getPath().endsWith("/api/cockpit/");
    }

    private static boolean mayOpenCockpit() {
        return Authentications.getCurrent().getAuthentications().stream()
                .anyMatch(person -> person.isAuthorizedForApp("cockpit"));
    }

    private static void refuse(ContainerRequestContext request, Response.Status status, String message) {
        request.abortWith(RefusalResponses.response(status, "AuthorizationException", message));
    }
}
