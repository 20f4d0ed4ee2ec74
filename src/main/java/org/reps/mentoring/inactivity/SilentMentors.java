package org.reps.mentoring.inactivity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which mentors do not answer: those who are being asked whether they are still there, and those found inactive. */
@Component
@Transactional(readOnly = true)
public class SilentMentors {

    private final JdbcClient database;

    SilentMentors(JdbcClient database) {
        this.database = database;
    }

    /** All of them, whoever has been silent longest first. */
    public List<Silent> now() {
        return database.sql("""
                        select mentor_id, answered_on, asked_on from mentor_heard_of
                        where status = 'INACTIVE' or being_asked > 0
                        order by answered_on nulls first, mentor_id""")
                .query((row, number) -> new Silent(
                        row.getString("mentor_id"),
                        row.getObject("answered_on", LocalDate.class),
                        row.getObject("asked_on", LocalDate.class)))
                .list();
    }

    /**
     * A mentor who does not answer.
     *
     * @param lastAnswer null when they have never answered anything
     * @param askedOn when they were asked whether they are still there; null when the council has decided already that
     *     they are inactive
     */
    public record Silent(
            String mentorId,
            @Nullable LocalDate lastAnswer,
            @Nullable LocalDate askedOn) {}
}
