package org.reps.mentoring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses what a page of somebody else makes a browser send. The web applications have their tokens against that; the
 * REST API, which is made for other programs, has nothing but this.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OwnSite extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Camunda Modeler is a page in a browser of its own. A page that any other browser opens from disk is "null". */
    private static final String MODELER = "file://";

    private final String publicOrigin;

    OwnSite(@Value("${mentoring.mail.base-url}") String publicAddress) {
        this.publicOrigin = originOf(publicAddress);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            PlainAnswer.send(
                    request,
                    response,
                    HttpStatus.FORBIDDEN,
                    "This was sent by a page of another web site. Please open the application itself.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        var api = request.getServletPath().startsWith("/engine-rest");
        var reading = READING.contains(request.getMethod());
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            // No page can read the answer to such a question, and Modeler asks in this way whether anybody is there.
            return !reading && isElsewhere(request.getHeader("Sec-Fetch-Site"));
        }
        if (reading && !api) {
            return false;
        }
        return !origin.equals(publicOrigin)
                && !origin.equals(originOf(request.getRequestURL().toString()))
                && !(api && origin.equals(MODELER));
    }

    private static boolean isElsewhere(@Nullable String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static String originOf(String address) {
        return UriComponentsBuilder.fromUriString(address)
                .replacePath(null)
                .replaceQuery(null)
                .fragment(null)
                .toUriString();
    }
}
