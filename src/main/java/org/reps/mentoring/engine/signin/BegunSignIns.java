package org.reps.mentoring.engine.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * What has to be known again when somebody comes back from the provider, in a cookie for each try: nobody has a session
 * before they are in, two windows do not disturb each other, and what another browser has begun is not taken for
 * theirs.
 */
final class BegunSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Asks for another window to be told in the end. */
    static final String WINDOW = "window";

    private static final String COOKIE = "sign-in-";
    private static final String PATH = "/sign-in/";
    private static final int SECONDS = 600;

    /** More than anybody has windows; all of them go with each request. */
    private static final int MANY = 8;

    /** Base64 for addresses, as random values are written. */
    private static final Pattern STATE = Pattern.compile("[\\w-]{20,200}=*");

    private static final Pattern KEPT = Pattern.compile("([\\w-]{20,200}=*)\\.([\\w-]{43,128})\\.(" + WINDOW + ")?");

    private final Provider provider;

    BegunSignIns(Provider provider) {
        this.provider = provider;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        if (state == null || !STATE.matcher(state).matches()) {
            return null;
        }
        return begun(request)
                .filter(cookie -> cookie.getName().equals(nameFor(state)))
                .map(cookie -> KEPT.matcher(cookie.getValue()))
                .filter(kept -> kept.matches())
                .findFirst()
                .map(kept -> {
                    var asked = provider.registration();
                    if (kept.group(3) != null) {
                        request.setAttribute(WINDOW, true);
                    }
                    return OAuth2AuthorizationRequest.authorizationCode()
                            .authorizationUri(asked.getProviderDetails().getAuthorizationUri())
                            .clientId(asked.getClientId())
                            .redirectUri(asked.getRedirectUri())
                            .scopes(asked.getScopes())
                            .state(state)
                            .attributes(attributes -> {
                                attributes.put(OAuth2ParameterNames.REGISTRATION_ID, Provider.ID);
                                attributes.put(OidcParameterNames.NONCE, kept.group(1));
                                attributes.put(PkceParameterNames.CODE_VERIFIER, kept.group(2));
                            })
                            .build();
                })
                .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            return;
        }
        if (begun(request).count() >= MANY) {
            begun(request).forEach(cookie -> response.addCookie(cookie(cookie.getName(), "", 0, request)));
        }
        var nonce = Objects.requireNonNull(asked.<String>getAttribute(OidcParameterNames.NONCE));
        var verifier = Objects.requireNonNull(asked.<String>getAttribute(PkceParameterNames.CODE_VERIFIER));
        var window = request.getParameter(WINDOW) == null ? "" : WINDOW;
        response.addCookie(cookie(nameFor(asked.getState()), nonce + "." + verifier + "." + window, SECONDS, request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            response.addCookie(cookie(nameFor(asked.getState()), "", 0, request));
        }
        return asked;
    }

    private static Stream<Cookie> begun(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().startsWith(COOKIE));
    }

    private static String nameFor(String state) {
        return COOKIE + state.replace("=", "");
    }

    private Cookie cookie(String name, String value, int seconds, HttpServletRequest request) {
        var cookie = new Cookie(name, value);
        cookie.setPath(PATH);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(provider.comesBackWithTls() || request.isSecure());
        // Coming back from the provider is a link from another site.
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
