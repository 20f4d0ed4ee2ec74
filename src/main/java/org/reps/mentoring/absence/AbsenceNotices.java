package org.reps.mentoring.absence;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.text.PlainText;
import org.springframework.stereotype.Component;

/** What mentees, contacts and covers are told of an absence. */
@Component
class AbsenceNotices {

    private final Mentorships mentorships;
    private final Council council;
    private final People people;
    private final Notices notices;

    AbsenceNotices(Mentorships mentorships, Council council, People people, Notices notices) {
        this.mentorships = mentorships;
        this.council = council;
        this.people = people;
        this.notices = notices;
    }

    /** Tells the mentees whom to turn to, and the contacts where it is them; unless all of them know. */
    Absence tellWhomToTurnTo(Absence absence) {
        if (absence.isKnown()) {
            return absence;
        }
        var mentees = mentorships.menteesOf(absence.mentorId());
        var cover = absence.cover();
        var values = new HashMap<String, @Nullable Object>();
        values.put("mentor", people.name(absence.mentorId()));
        values.put("from", absence.awayFrom());
        values.put("until", absence.awayUntil());
        values.put("cover", cover == null ? "" : people.name(cover));
        values.put("message", PlainText.inOneParagraph(absence.message()));
        // Perhaps several times on one day, where covers change.
        var occasion = absence.id() + ":" + absence.version();
        for (var mentee : mentees) {
            notices.tellOf(cover, mentee, cover == null ? "absence-not-covered" : "absence-covered", occasion, values);
        }
        if (cover == null && !mentees.isEmpty()) {
            values.put(
                    "mentees",
                    String.join(
                            ", ", mentees.stream().map(people::name).sorted().toList()));
            for (var contact : council.contacts()) {
                if (!contact.equals(absence.mentorId())) {
                    notices.tell(contact, "absence-contact", occasion, values);
                }
            }
        }
        return absence.told();
    }

    /** Tells the cover, and the mentees if they were told of the absence, that there is none any more. */
    void tellWhoKnows(Absence absence, String notice) {
        var who = new TreeSet<String>();
        if (absence.menteesTold()) {
            who.addAll(mentorships.menteesOf(absence.mentorId()));
        }
        if (absence.cover() != null) {
            who.add(absence.cover());
        }
        var values = Map.of("mentor", people.name(absence.mentorId()));
        who.forEach(recipient -> notices.tellOf(absence.mentorId(), recipient, notice, absence.id(), values));
    }
}
