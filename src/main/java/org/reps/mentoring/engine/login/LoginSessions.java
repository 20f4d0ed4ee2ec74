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
import org.reps.mentoring.language.ReadersLanguage;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a session to whoever has logged in, and to nobody else, and ends it as soon as what they did so with is no
 * longer theirs: the password was changed, by whomever, or their account is gone or belongs to another identity, or
 * nothing is left that they are here. Camunda makes a session for everybody who asks for anything, and lets it live
 * whatever becomes of the password. Whoever has signed in elsewhere does so again from time to time, as only that place
 * knows whether they still may.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class LoginSessions extends OncePerRequestFilter implements HttpSessionAttributeListener {

    private static final String AUTHENTICATION = "/camunda/api/admin/auth/user/";

    /** Under this name a session knows with what it began: the stored form of the password, or the identity. */
    private static final String PROOF = LoginSessions.class.getName() + ".proof";

    private static final String PASSWORD = "select PWD_ from ACT_ID_USER where ID_ = ?"
            + " and exists (select * from ACT_ID_MEMBERSHIP where USER_ID_ = ID_)";

    private static final String IDENTITY = "select id from provider_identity where user_id = ?"
            + " and exists (select * from ACT_ID_MEMBERSHIP where USER_ID_ = user_id)";

    /** Under this name a session knows that it was kept in which language its browser reads. */
    private static final String READS = LoginSessions.class.getName() + ".reads";

    private final JdbcClient database;
    private final SignInSettings signIn;
    private final ReadersLanguage languages;

    LoginSessions(JdbcClient database, SignInSettings signIn, ReadersLanguage languages) {
        this.database = database;
        this.signIn = signIn;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        endUnlessValid(request.getSession(false));
        sayWhoAsks(request);
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
            keepLanguage(request);
        }
    }

    private static void sayWhoAsks(HttpServletRequest request) {
        var session = request.getSession(false);
        try {
            if (session != null) {
                personIn(session).ifPresent(userId -> ReadersLanguage.isAskedBy(userId, request));
            }
        } catch (IllegalStateException endedMeanwhile) {
            // Then it is nobody.
        }
    }

    private void keepLanguage(HttpServletRequest request) {
        var session = request.getSession(false);
        try {
            if (session != null && session.getAttribute(READS) == null) {
                session.setAttribute(READS, true);
                personIn(session).ifPresent(userId -> languages.seen(userId, request));
            }
        } catch (IllegalStateException endedMeanwhile) {
            // Whoever logs in again says it again.
        }
    }

    /** Every login makes a session of its own, to which Camunda adds then who it is. */
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getValue() instanceof Authentications) {
            personIn(event.getSession())
                    .flatMap(this::proofOf)
                    .ifPresent(proof -> event.getSession().setAttribute(PROOF, proof));
        }
    }

    private void endUnlessValid(@Nullable HttpSession session) {
        if (session != null && !isValid(session)) {
            end(session);
        }
    }

    private boolean isValid(HttpSession session) {
        try {
            return !isOld(session)
                    && personIn(session)
                            .flatMap(this::proofOf)
                            .filter(proof -> proof.equals(session.getAttribute(PROOF)))
                            .isPresent();
        } catch (IllegalStateException endedMeanwhile) {
            return false;
        }
    }

    /** By the web server's clock, which says when a session began; the programme's may be set to another day. */
    private boolean isOld(HttpSession session) {
        return signIn.isOn()
                && System.currentTimeMillis() - session.getCreationTime()
                        > signIn.renewAfter().toMillis();
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
    private Optional<String> proofOf(String userId) {
        return database.sql(signIn.isOn() ? IDENTITY : PASSWORD)
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
