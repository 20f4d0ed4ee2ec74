package org.reps.mentoring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a real programme's visitors under its public name only: what is asked for under another name was sent by
 * mistake, or by somebody who would like to see that name in an answer. The computer itself may ask whether the
 * application is up.
 */
@Component
@Profile("production")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OwnHost extends OncePerRequestFilter {

    private final URI publicAddress;

    OwnHost(@Value("${mentoring.mail.base-url}") URI publicAddress) {
        this.publicAddress = publicAddress;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getServerName().toLowerCase(Locale.ROOT);
        if (host.equals(publicAddress.getHost().toLowerCase(Locale.ROOT)) || PublicAddress.ONLY_HERE.contains(host)) {
            chain.doFilter(request, response);
        } else {
            PlainAnswer.send(
                    request,
                    response,
                    HttpStatus.BAD_REQUEST,
                    "This application is not reached under this address. Please open " + publicAddress + " instead.");
        }
    }
}
