package org.reps.mentoring.engine.door;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.glassfish.jersey.server.ContainerRequest;
import org.reps.mentoring.engine.people.UserNames;

/**
 * Lets people log in whose phone has made the first letter of their user name a capital one. From here on the account
 * goes by its own name: everything that is theirs is kept under it.
 */
final class LoginNames implements ContainerRequestFilter {

    private static final String USER_NAME = "username";

    @Override
    public void filter(ContainerRequestContext context) {
        if (!(context.getUriInfo().getMatchedResources().get(0) instanceof UserAuthenticationResource)
                || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(context.getMediaType())) {
            return;
        }
        var request = (ContainerRequest) context;
        request.bufferEntity();
        var sent = request.readEntity(Form.class);
        var typed = sent.asMap().getFirst(USER_NAME);
        if (typed == null) {
            return;
        }
        var meant = UserNames.meant(
                typed,
                ProcessEngines.getDefaultProcessEngine()
                        .getProcessEngineConfiguration()
                        .getDataSource());
        if (!meant.equals(typed)) {
            sent.asMap().putSingle(USER_NAME, meant);
            request.getHeaders().putSingle("Content-Type", MediaType.APPLICATION_FORM_URLENCODED);
            request.setEntityStream(new ByteArrayInputStream(written(sent).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private static String written(Form form) {
        return form.asMap().entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
