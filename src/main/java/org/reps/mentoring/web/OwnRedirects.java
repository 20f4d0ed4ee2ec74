package org.reps.mentoring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends nobody to an address that the request has named. For who speaks HTTP/1.0, as some proxies do, Tomcat would put
 * the host of the request into a redirect; without one, it leads to where the visitor is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OwnRedirects extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new WithoutHost(response));
    }

    private static final class WithoutHost extends HttpServletResponseWrapper {

        WithoutHost(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            if (location.startsWith("/") && !location.startsWith("//")) {
                resetBuffer();
                setStatus(SC_FOUND);
                setHeader(HttpHeaders.LOCATION, location);
                flushBuffer();
            } else {
                super.sendRedirect(location);
            }
        }
    }
}
