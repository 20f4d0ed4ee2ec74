package org.reps.mentoring.engine.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.login.SignInSettings;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the place of the login pages of the web applications. Whoever opens one and is not logged in goes to the
 * provider, by a page of ours that keeps in the browser where they wanted to: what stands behind {@code #}, such as a
 * task, is never sent. In a page that is open already, {@code page.js} does the rest ({@link PageScript}).
 */
final class LoginPages extends OncePerRequestFilter {

    /** Says to a page that has logged out where to go. */
    static final String SIGN_OUT_AT = "Sign-Out-At";

    private static final Pattern PAGE = Pattern.compile("/camunda/app/(?:admin|cockpit|tasklist|welcome)(?:/[^.]*)?");
    private static final Pattern LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

    private final SignInSettings settings;
    private final Provider provider;

    LoginPages(SignInSettings settings, Provider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var reads = request.getMethod().equals(HttpMethod.GET.name());
        if (reads && PAGE.matcher(path).matches() && !isLoggedIn(request.getSession(false))) {
            new SignInPage(
                            "Please sign in",
                            "You sign in with your account at " + settings.name() + ".",
                            SignInPage.AGAIN,
                            "go.js",
                            "")
                    .send(request, response, HttpStatus.OK);
        } else {
            if (LOGOUT.matcher(path).matches()) {
                response.setHeader(SIGN_OUT_AT, signOut(request.getSession(false)));
            }
            chain.doFilter(request, response);
        }
    }

    private String signOut(@Nullable HttpSession session) {
        var token = session == null ? null : session.getAttribute(SignInFilter.ID_TOKEN);
        return token == null ? SignInFilter.OUT : provider.logout(token.toString(), SignInFilter.OUT);
    }

    private static boolean isLoggedIn(@Nullable HttpSession session) {
        return session != null
                && !AuthenticationUtil.getAuthsFromSession(session)
                        .getAuthentications()
                        .isEmpty();
    }
}
