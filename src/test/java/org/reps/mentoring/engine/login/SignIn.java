package org.reps.mentoring.engine.login;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How an operator sets where people sign in. */
public final class SignIn {

    private SignIn() {}

    /** Nowhere else. */
    public static SignInSettings with() {
        return with(Map.of());
    }

    public static SignInSettings at(String issuer) {
        return with(Map.of("issuer", issuer));
    }

    /** @param settings below {@code mentoring.sign-in} */
    public static SignInSettings with(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("mentoring.sign-in." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("mentoring.sign-in", SignInSettings.class);
    }
}
