package org.reps.mentoring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says that there is nothing where nothing is: the web applications stumble over the name of an application or of an
 * engine that they do not know, and the page for errors over being opened without one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class KnownPages extends OncePerRequestFilter {

    /** An application, and behind it an engine or a file of its own, or nothing. */
    private static final Pattern APPLICATION =
            Pattern.compile("/camunda/app/(?!(admin|cockpit|tasklist|welcome)(/|$))[^/]+(/.*)?");

    /** What has no dot is taken for the name of an engine, if it is all there is or the last but "/". */
    private static final Pattern ENGINE = Pattern.compile("/camunda/app/[^/]+/(?!default(/|$)|index\\.html$)[^/.]+/?");

    private static final Pattern ERROR = Pattern.compile("/error/?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getServletPath();
        if (APPLICATION.matcher(path).matches()
                || ENGINE.matcher(path).matches()
                || ERROR.matcher(path).matches()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
