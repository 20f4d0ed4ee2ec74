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
 * Refuses addresses that are written in a roundabout way. Camunda's security rules compare what was sent letter by
 * letter, while the server that answers takes {@code /engine;x/} for {@code /engine/}: whoever writes it like that is
 * let in without logging in, and without a person the engine checks no rights.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainAddresses extends OncePerRequestFilter {

    /**
     * Parameters and empty or dotted segments in the path; and in percent notation: control characters, what has a
     * meaning in addresses, and what never needs to be written like that.
     */
    private static final Pattern ROUNDABOUT = Pattern.compile(
            ";|//|\\\\|/\\.{1,2}(/|$)|%([01].|2[5-9def]|3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9aef])",
            Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ROUNDABOUT.matcher(request.getRequestURI()).find()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
