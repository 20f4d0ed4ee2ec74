package org.reps.mentoring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers to be careful with every answer; the web applications add what their own pages need. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {

    /** Whatever the interfaces answer; not the scripts of plugins, although a person or a variable may be "static". */
    private static final Pattern DATA = Pattern.compile("/engine-rest.*|/camunda/api(?!/[^/]+/plugin/[^/]+/static/).*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // What is in an address, such as the id of a task, is nobody else's business.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, isData(request) ? new NotKept(response) : response);
    }

    /** Everything but the pages and their scripts, which are the same for everybody. */
    private static boolean isData(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return DATA.matcher(path).matches();
    }

    /**
     * An answer that neither browser nor proxy keeps: on the disk of a shared computer, what a form shows of a concern
     * would outlive the login. The web applications would only have them look for a newer one before showing it again.
     */
    private static final class NotKept extends HttpServletResponseWrapper {

        NotKept(HttpServletResponse response) {
            super(response);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL)) {
                super.addHeader(name, value);
            }
        }
    }
}
