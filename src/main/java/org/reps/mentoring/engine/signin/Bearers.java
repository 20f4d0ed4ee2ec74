package org.reps.mentoring.engine.signin;

import java.util.Optional;
import org.reps.mentoring.engine.arrivals.Arrivals;
import org.reps.mentoring.engine.arrivals.Claimed;
import org.reps.mentoring.engine.login.SignInSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;

/**
 * Whom a program works for that sends an access token of the provider: somebody who has signed in before. It has to be
 * made for this application; what another one was given is not good here.
 */
public final class Bearers {

    private final JwtDecoder tokens;
    private final Arrivals arrivals;

    Bearers(SignInSettings settings, Provider provider, Arrivals arrivals) {
        this.arrivals = arrivals;
        OAuth2TokenValidator<Jwt> forUs = token -> isFor(settings.clientId(), token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        this.tokens =
                provider.tokens(new DelegatingOAuth2TokenValidator<>(new JwtIssuerValidator(settings.issuer()), forUs));
    }

    /** The user id; empty when the token is not good, or nobody here is meant. */
    public Optional<String> userIdIn(String token) {
        try {
            var said = tokens.decode(token);
            return arrivals.known(Claimed.identity(said.getClaimAsString("iss"), said.getSubject()));
        } catch (JwtException | IllegalArgumentException | Provider.NotReached notGood) {
            return Optional.empty();
        }
    }

    static boolean isFor(String clientId, Jwt token) {
        // What says who somebody is opens nothing; Keycloak names the application a token was given to apart.
        return token.getClaim("nonce") == null
                && !"ID".equals(token.getClaimAsString("typ"))
                && token.getSubject() != null
                && ((token.getAudience() != null && token.getAudience().contains(clientId))
                        || clientId.equals(token.getClaimAsString("azp")));
    }
}
