package org.reps.mentoring.notice;

import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.rules.ToldInCockpit;

/** The mail server takes no mail for a person's address, also after somebody has corrected it. */
class AddressRefused extends Refusal implements ToldInCockpit {

    AddressRefused(String firstName, String userId) {
        super("The mail server does not accept the address of " + firstName + " (" + userId
                + "), or there is none. Correct it in Admin, then retry here.");
    }
}
