package org.reps.mentoring.entrylink;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether people log in with a password that is kept here, and not with an account that they have elsewhere. The one
 * place that is asked: where they do not, nobody is invited to choose one, and nobody can have forgotten theirs.
 */
@Component
public class LocalPasswords {

    private final boolean on;

    public LocalPasswords(@Value("${mentoring.sign-in.issuer:}") String signInElsewhere) {
        this.on = signInElsewhere.isBlank();
    }

    public boolean areOn() {
        return on;
    }
}
