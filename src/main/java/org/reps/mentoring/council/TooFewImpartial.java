package org.reps.mentoring.council;

import org.reps.mentoring.rules.ToldInCockpit;

/** Those in the council who are not part of a case are too few to decide it; the case waits until more join. */
@ToldInCockpit
public class TooFewImpartial extends IllegalStateException {

    /** @param reason a sentence that says what to do, and names nobody */
    public TooFewImpartial(String reason) {
        super(reason);
    }
}
