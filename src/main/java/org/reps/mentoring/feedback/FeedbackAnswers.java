package org.reps.mentoring.feedback;

import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.engine.CurrentPerson;
import org.reps.mentoring.engine.Group;
import org.reps.mentoring.engine.People;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What mentees say of their mentors, for the council. Who reads is whoever is logged in, and no diagram can call this:
 * it would do so in the name of whoever happens to have the task.
 */
@Component
@Transactional(readOnly = true)
class FeedbackAnswers {

    private final FeedbackTable table;
    private final SealedTexts texts;
    private final People people;
    private final CurrentPerson reader;

    FeedbackAnswers(FeedbackTable table, SealedTexts texts, People people, CurrentPerson reader) {
        this.table = table;
        this.texts = texts;
        this.people = people;
        this.reader = reader;
    }

    /**
     * What the mentees of a mentor say.
     *
     * @throws Refusal when whoever is logged in is not in the council, or it is about themself
     */
    List<Answer> about(String mentorId) {
        if (!reader.isIn(Group.COUNCIL)) {
            throw new Refusal("Only the council reads what mentees say of their mentors.");
        }
        if (reader.id().equals(mentorId)) {
            throw new Refusal("Nobody reads what is said of themself.");
        }
        return reader.lookUp(() -> answersAbout(mentorId));
    }

    private List<Answer> answersAbout(String mentorId) {
        return table.findByAboutIdAndAuthorRoleOrderByGivenAtAscIdAsc(mentorId, Feedback.Role.MENTEE).stream()
                .map(given -> new Answer(
                        given.givenAt().atZone(ZoneOffset.UTC).getYear(),
                        given.nameVisible() ? people.name(texts.open(given.author(), given.place("author"))) : "",
                        given.availability(),
                        given.listening(),
                        given.usefulness(),
                        given.clarity(),
                        texts.open(given.whatHelped(), given.place("whatHelped")),
                        texts.open(given.whatBetter(), given.place("whatBetter")),
                        String.join(", ", new TreeSet<>(given.functions()))))
                .toList();
    }

    /**
     * One answer as the council reads it.
     *
     * @param author full name; empty where the author does not want it to be seen
     */
    record Answer(
            int year,
            String author,
            int availability,
            int listening,
            int usefulness,
            int clarity,
            String whatHelped,
            String whatBetter,
            String functions) {}
}
