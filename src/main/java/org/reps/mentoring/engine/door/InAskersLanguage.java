package org.reps.mentoring.engine.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Says in the language of whoever has asked why something cannot be, whoever in the application has said it, and in
 * whatever form. What Camunda says itself stays as it is.
 */
final class InAskersLanguage implements ContainerResponseFilter {

    private static final String MESSAGE = "message";

    /** The language of whoever asks right now. */
    static String now() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked)) {
            return Translations.ENGLISH;
        }
        var request = asked.getRequest();
        return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                .getBean(ReadersLanguage.class)
                .ofWhoeverAsks(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
            return;
        }
        if (response.getEntity() instanceof ExceptionDto told && told.getMessage() != null) {
            told.setMessage(said(told.getMessage()));
        } else if (response.getEntity() instanceof Map<?, ?> told && told.get(MESSAGE) instanceof String message) {
            var said = new HashMap<Object, Object>(told);
            said.put(MESSAGE, said(message));
            response.setEntity(said);
        }
    }

    private static String said(String message) {
        return Translations.OF_ANSWERS.in(now(), message);
    }
}
