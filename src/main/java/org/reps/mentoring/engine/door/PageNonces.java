package org.reps.mentoring.engine.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a page and its header together. For each request the web applications put a new nonce for scripts into one
 * place that all requests share, and take the one for the page from there: whenever something else was asked at that
 * moment, the browser would refuse to run the page and show it empty.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageNonces extends OncePerRequestFilter {

    /** Pages are small enough to be written without waiting for the browser. */
    private final ReentrantLock onePageAtATime = new ReentrantLock(true);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/camunda/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isPage(request)) {
            chain.doFilter(new LeavesNonceAlone(request), response);
            return;
        }
        onePageAtATime.lock();
        try {
            chain.doFilter(request, response);
        } finally {
            onePageAtATime.unlock();
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith("/camunda/app/")
                && !path.substring(path.lastIndexOf('/')).contains(".");
    }

    private static final class LeavesNonceAlone extends HttpServletRequestWrapper {

        LeavesNonceAlone(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletContext getServletContext() {
            var context = super.getServletContext();
            return (ServletContext) Proxy.newProxyInstance(
                    ServletContext.class.getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("setAttribute")
                                && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
                            return null;
                        }
                        try {
                            return method.invoke(context, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
