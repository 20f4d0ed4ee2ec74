package org.reps.mentoring.confidential;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The command with which an operator retires a key: every data key that an older key wraps is wrapped with the new one.
 * Nothing else of the application is started. It may be killed at any time, and goes on where it was when it is started
 * again.
 */
public final class SealAnew {

    private static final String OPTION = "--mentoring.confidential.seal-anew";

    private static final int OFTEN = 1000;

    private SealAnew() {}

    /** Whether the operator has started the application for this. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(OPTION);
    }

    /**
     * Does it, and says how many keys it was.
     *
     * @return the exit code, not 0 when it is refused
     */
    public static int run(String... arguments) {
        var application = new SpringApplication(SealAnew.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (var context = application.run(arguments)) {
            sealAnew(context.getEnvironment());
            return 0;
        } catch (IllegalArgumentException | IllegalStateException e) {
            say(String.valueOf(e.getMessage()));
            return 1;
        } catch (RuntimeException e) {
            say("The data keys cannot be reached: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            say("Please check mentoring.confidential.keys, and stop the application if they are in a file that it has"
                    + " open.");
            return 1;
        }
    }

    private static void sealAnew(Environment environment) {
        var isReal = environment.acceptsProfiles(Profiles.of("production"));
        var key = environment.getProperty("mentoring.confidential.key", "");
        if (key.isBlank() || (isReal && !OwnKeyCheck.isOwn(key))) {
            throw new IllegalStateException(OwnKeyCheck.HOW_TO);
        }
        var settings = Binder.get(environment)
                .bind("mentoring.confidential", SealingKeys.class)
                .get();
        if (settings.olderKeys().isEmpty() || settings.keys().url().isBlank()) {
            throw new IllegalStateException("Please set mentoring.confidential.key to the new key,"
                    + " mentoring.confidential.older-keys to the one before, and mentoring.confidential.keys.url to where"
                    + " the data keys are.");
        }
        if (settings.older().contains(settings.current())) {
            throw new IllegalStateException("mentoring.confidential.key is one of mentoring.confidential.older-keys."
                    + " Please set it to a new one, from: openssl rand -base64 32.");
        }
        try (var keys = new DataKeys(settings)) {
            if (keys.isAnyOutOfReach()) {
                throw new IllegalStateException("There are data keys that none of the configured keys unwraps."
                        + " Please add the key that was used before to mentoring.confidential.older-keys.");
            }
            var all = keys.count();
            if (all == 0) {
                throw new IllegalStateException(
                        "There are no data keys in mentoring.confidential.keys.url. Please check"
                                + " the address; after an update from an earlier release, start the application once before.");
            }
            var done = keys.wrapAnew(count -> {
                if (count % OFTEN == 0) {
                    say("Sealed anew so far: " + count);
                }
            });
            say("Sealed anew with the new key: " + done + " of " + all + " data keys.");
            say("Please remove the older keys from the settings, start the application (it says so if it still needs"
                    + " one), replace the copy of the data keys, and then destroy the older keys.");
        }
    }

    /** For whoever has started it by hand. */
    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
