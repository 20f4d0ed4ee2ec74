package org.reps.mentoring.engine.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.login.TooManyAttempts;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.signin.Bearers;
import org.reps.mentoring.web.PlainAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the REST API for other programs, such as Camunda Modeler: there only where the operator wants it, and
 * only for analysts and operators, who give their password with each request, or a token where they sign in elsewhere.
 * What they can do there is what {@code CommandGate} lets them do anywhere.
 */
final class EngineRest extends OncePerRequestFilter {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final List<String> WELCOME = List.of(Group.ANALYSTS.id(), Groups.CAMUNDA_ADMIN);

    private final boolean enabled;
    private final IdentityService identities;
    private final @Nullable Bearers bearers;

    /** @param bearers null where people log in with a password */
    EngineRest(boolean enabled, IdentityService identities, @Nullable Bearers bearers) {
        this.enabled = enabled;
        this.identities = identities;
        this.bearers = bearers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enabled) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        try {
            var userId = whoAsks(request);
            if (userId.isEmpty()) {
                askWhoItIs(request, response);
                return;
            }
            var groups = identities.createGroupQuery().groupMember(userId.get()).list().stream()
                    .map(group -> group.getId())
                    .toList();
            if (groups.stream().noneMatch(WELCOME::contains)) {
                PlainAnswer.send(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        "Only analysts and operators can use this. Everybody else finds everything in Tasklist.");
                return;
            }
            // There are no pages here: whatever a browser opens from here has nothing to run or to load.
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            identities.setAuthentication(userId.get(), groups);
            chain.doFilter(request, response);
        } catch (TooManyAttempts tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            PlainAnswer.send(request, response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(tooMany.getMessage()));
        } finally {
            identities.clearAuthentication();
        }
    }

    private Optional<String> whoAsks(HttpServletRequest request) {
        return bearers == null
                ? credentials(request)
                        .filter(given -> identities.checkPassword(given.userId(), given.password()))
                        .map(Credentials::userId)
                : given(BEARER, request).flatMap(bearers::userIdIn);
    }

    private void askWhoItIs(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (bearers != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Reps Mentoring\"");
            PlainAnswer.send(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Passwords are not used here. Please give an access token (Bearer) of the place where you sign in, after"
                            + " you have signed in to this application once.");
            return;
        }
        // A browser would keep the password, and send it along with whatever other pages make it ask for.
        if (request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Reps Mentoring\", charset=\"UTF-8\"");
        }
        PlainAnswer.send(request, response, HttpStatus.UNAUTHORIZED, "Please give your user name and your password.");
    }

    private static Optional<Credentials> credentials(HttpServletRequest request) {
        var basic = given(BASIC, request);
        if (basic.isEmpty()) {
            return Optional.empty();
        }
        try {
            var decoded = Base64.getDecoder().decode(basic.get());
            var given = new String(decoded, StandardCharsets.UTF_8);
            var colon = given.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(given.substring(0, colon), given.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(String kind, HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, kind, 0, kind.length()))
                .map(header -> header.substring(kind.length()).strip());
    }

    private record Credentials(String userId, String password) {}
}
