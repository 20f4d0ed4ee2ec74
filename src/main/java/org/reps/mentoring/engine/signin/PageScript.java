package org.reps.mentoring.engine.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Brings {@code page.js} into each page of the web applications, by what they read their configuration from. */
final class PageScript extends OncePerRequestFilter {

    /** Before the file itself is sent, which is the same for everybody and is sent as such. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 12;

    private static final Pattern CONFIGURATION = Pattern.compile("/camunda/app/\\w+/scripts/config\\.js");

    /** Asks for the configuration itself. */
    private static final String OWN = "own";

    private static final String WITH_OUR_SCRIPT = """
            import own from './config.js?%s';

            export default { ...own, customScripts: [...(own.customScripts ?? []), '../../../sign-in/page'] };
            """.formatted(OWN);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (request.getMethod().equals("GET")
                && CONFIGURATION.matcher(path).matches()
                && !OWN.equals(request.getQueryString())) {
            // Without an issuer the same address has the file itself again.
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setContentType("text/javascript");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write(WITH_OUR_SCRIPT);
        } else {
            chain.doFilter(request, response);
        }
    }
}
