package org.reps.mentoring.engine.login;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.reps.mentoring.rules.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in with an account that they have elsewhere, set under {@code mentoring.sign-in}. Without an issuer
 * they do not, and log in with a password here.
 *
 * @param issuer address of the OpenID Connect provider; empty for none
 * @param name what people call it; empty for the host in its address
 * @param clientId what the application is called there
 * @param clientSecret empty for a public client
 * @param scopes what is asked for
 * @param userNameClaim where it says what somebody's user name is
 * @param groupsClaim where it says which groups they are in; empty when groups are given here only
 * @param groupsPrefix how the names of the programme's groups begin there
 * @param existing who gets an account that there is already, at their first login
 * @param renewAfter how long somebody is in before they are asked for again there
 */
@ConfigurationProperties("mentoring.sign-in")
public record SignInSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String name,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("preferred_username") String userNameClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue("") String groupsPrefix,
        @DefaultValue("for-nobody") Existing existing,
        @DefaultValue("8h") Duration renewAfter) {

    public SignInSettings {
        issuer = issuer.strip();
        if (name.isBlank()) {
            name = hostIn(issuer);
        }
    }

    /** Who gets an account that there is already. */
    public enum Existing {
        FOR_NOBODY,
        /** Whose user name there is the same. */
        BY_USER_NAME,
        /** Whose mail address there is the same, and verified. */
        BY_MAIL
    }

    public boolean isOn() {
        return !issuer.isEmpty();
    }

    /** What is answered to any password. */
    public Refusal noPasswords() {
        return new Refusal(
                "Passwords are not used here. Please open the application anew, and sign in with your account at "
                        + name + ".");
    }

    private static String hostIn(String issuer) {
        try {
            var host = URI.create(issuer).getHost();
            return host == null ? issuer : host;
        } catch (IllegalArgumentException e) {
            return issuer;
        }
    }
}
