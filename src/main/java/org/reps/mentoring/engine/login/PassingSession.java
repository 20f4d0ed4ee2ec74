package org.reps.mentoring.engine.login;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;

/**
 * What Camunda's filters take for a session while nobody is logged in; it is gone with its request. Its token against
 * forged requests is the one the browser has as a cookie already: another site's page can neither read nor set it, so
 * whoever sends it in a header as well is a page of ours.
 */
final class PassingSession implements HttpSession {

    private static final Pattern TOKEN = Pattern.compile("[0-9A-F]{32}");

    private final String id = UUID.randomUUID().toString();
    private final long begun = System.currentTimeMillis();
    private final Map<String, Object> attributes = new HashMap<>();
    private final ServletContext context;
    private boolean over;

    PassingSession(HttpServletRequest request) {
        this.context = request.getServletContext();
        var cookies = request.getCookies();
        (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME))
                .map(Cookie::getValue)
                .filter(TOKEN.asMatchPredicate())
                .findFirst()
                .ifPresent(token -> attributes.put(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token));
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void invalidate() {
        over = true;
        attributes.clear();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public long getCreationTime() {
        return begun;
    }

    @Override
    public long getLastAccessedTime() {
        return begun;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int seconds) {}

    @Override
    public int getMaxInactiveInterval() {
        return 0;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
