package org.reps.mentoring.mentorship;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mentorships that came along when the programme moved in, all at once. */
@Component
@Transactional
public class BroughtAlong {

    private final MentorshipTable table;

    BroughtAlong(MentorshipTable table) {
        this.table = table;
    }

    /** Until the transaction ends, no other mentorship begins, so that a mentor's last place is not given twice. */
    public void lock() {
        table.lockTurn();
    }

    /** All mentorships there are, also those that have ended. */
    @Transactional(readOnly = true)
    public List<Mentorship> all() {
        return table.findAll();
    }

    /**
     * Keeps new ones and changed ones. Whoever calls this has {@linkplain #lock locked} them all and asked
     * {@link Guidance}.
     *
     * @throws org.springframework.dao.DataAccessException when somebody else has changed one of them meanwhile
     */
    public void keep(Collection<Mentorship> mentorships) {
        table.saveAll(mentorships);
    }
}
