package org.reps.mentoring.engine.login;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.io.IOException;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a session to whoever has logged in, and to nobody else, and ends it as soon as the password with which they did
 * is no longer theirs: it was changed, by whomever, or their account is gone, or nothing is left that they are here.
 * Camunda makes a session for everybody who asks for anything, and lets it live whatever becomes of the password.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class LoginSessions extends OncePerRequestFilter implements HttpSessionAttributeListener {

    private static final String AUTHENTICATION = "/camunda/api/admin/auth/user/";

    /** Under this name a session knows the stored form of the password with which it began. */
    private static final String PASSWORD = LoginSessions.class.getName() + ".password";

    private final JdbcClient database;

    LoginSessions(JdbcClient database) {
        this.database = database;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        endUnlessValid(request.getSession(false));
        if (isAuthentication(request, "logout")) {
            // What a page keeps in the browser is of no use to the next person there.
            response.setHeader("Clear-Site-Data", "\"storage\"");
        }
        chain.doFilter(request.getSession(false) == null ? new WithoutSession(request) : request, response);
        if (isAuthentication(request, "logout")
                && HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            // Whoever is in it: a request at the same moment may have put the person back.
            end(request.getSession(false));
        } else {
            endUnlessValid(request.getSession(false));
        }
    }

    /** Every login makes a session of its own, to which Camunda adds then who it is. */
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getValue() instanceof Authentications) {
            personIn(event.getSession())
                    .flatMap(this::passwordOf)
                    .ifPresent(password -> event.getSession().setAttribute(PASSWORD, password));
        }
    }

    private void endUnlessValid(@Nullable HttpSession session) {
        if (session != null && !isValid(session)) {
            end(session);
        }
    }

    private boolean isValid(HttpSession session) {
        try {
            return personIn(session)
                    .flatMap(this::passwordOf)
                    .filter(password -> password.equals(session.getAttribute(PASSWORD)))
                    .isPresent();
        } catch (IllegalStateException endedMeanwhile) {
            return false;
        }
    }

    private static void end(@Nullable HttpSession session) {
        if (session == null) {
            return;
        }
        try {
            session.invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            // By another request of the same person; it is over, which is all that is wanted.
        }
    }

    private static Optional<String> personIn(HttpSession session) {
        return AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
                .map(UserAuthentication::getIdentityId)
                .findFirst();
    }

    /** Empty where there is no such account, or one that belongs to no group. */
    private Optional<String> passwordOf(String userId) {
        return database.sql("select PWD_ from ACT_ID_USER where ID_ = ?"
                        + " and exists (select * from ACT_ID_MEMBERSHIP where USER_ID_ = ID_)")
                .param(userId)
                .query(String.class)
                .optional();
    }

    private static boolean isAuthentication(HttpServletRequest request, String step) {
        var path = request.getServletPath() + requireNonNullElse(request.getPathInfo(), "");
        return request.getMethod().equals(HttpMethod.POST.name())
                && path.startsWith(AUTHENTICATION)
                && path.contains("/" + step);
    }

    /**
     * A request that has no session and gets none, unless it is the login that succeeds: Camunda then gives up the
     * session before, and asks for a new one.
     */
    private static final class WithoutSession extends HttpServletRequestWrapper {

        private final PassingSession passing;

        WithoutSession(HttpServletRequest request) {
            super(request);
            this.passing = new PassingSession(request);
        }

        @Override
        public @Nullable HttpSession getSession() {
            return getSession(true);
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            if (!passing.isOver()) {
                return passing;
            }
            return super.getSession(create && isAuthentication(this, "login"));
        }
    }
}
