package org.reps.mentoring.mentorchange;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * With whom somebody was together until a rep wished for another mentor. Only changes that have come about: of others
 * not everybody knows, and who is missing in a list would give them away.
 */
@Component
@Transactional(readOnly = true)
public class EarlierMentors {

    private final ChangeRequests requests;

    EarlierMentors(ChangeRequests requests) {
        this.requests = requests;
    }

    /** User ids of those whom this person has left, and who have left them. */
    public Set<String> of(String userId) {
        return requests.apartByWish(userId);
    }
}
