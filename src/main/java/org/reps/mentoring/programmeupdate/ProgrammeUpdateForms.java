package org.reps.mentoring.programmeupdate;

import org.reps.mentoring.engine.people.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of {@code bpmn/programme-update.bpmn} show. */
@Component("updateForms")
@Transactional(readOnly = true)
public class ProgrammeUpdateForms {

    private final ProgrammeUpdates updates;
    private final PassingOns passingOns;
    private final People people;

    ProgrammeUpdateForms(ProgrammeUpdates updates, PassingOns passingOns, People people) {
        this.updates = updates;
        this.passingOns = passingOns;
        this.people = people;
    }

    /** What the news is called, in one line. */
    public String title(String updateId) {
        return updates.get(updateId).title();
    }

    public String text(String updateId) {
        return updates.get(updateId).text();
    }

    /** The news, as the form of this mentor shows it. */
    public News news(String updateId, String mentorId) {
        var update = updates.get(updateId);
        var mentees = passingOns.get(updateId, mentorId).mentees().stream()
                .map(people::name)
                .sorted()
                .toList();
        return new News(update.shownLink(), update.passOnUntil().toString(), String.join(", ", mentees));
    }

    /**
     * News, as the form of a mentor shows it; its text stands in a field of its own, ready to be copied.
     *
     * @param link empty when there is nothing more to read
     * @param until the last day to pass it on, as ISO text
     * @param mentees the names of those whom the mentor is asked to tell
     */
    public record News(String link, String until, String mentees) {}
}
