package org.reps.mentoring.matching;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.Wanted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mentor whom a rep would like, for {@code bpmn/rep-onboarding.bpmn} and {@code bpmn/mentor-matching.bpmn}. */
@Component("mentorWish")
@Transactional
public class WishedMentorSteps {

    private static final String FIELD = "recommendedMentorId";
    private static final String LABEL = "A mentor you would like";

    private final Mentors mentors;
    private final Mentorships mentorships;
    private final People people;
    private final Notices notices;
    private final Days days;

    WishedMentorSteps(Mentors mentors, Mentorships mentorships, People people, Notices notices, Days days) {
        this.mentors = mentors;
        this.mentorships = mentorships;
        this.people = people;
        this.notices = notices;
        this.days = days;
    }

    /**
     * Makes sure that a mentor could be asked for this rep, as far as it does not depend on a free place: until the
     * mentor is asked there may be one.
     *
     * @param mentorId user id of whom the rep would like; may be empty
     * @throws Refusal when they are no mentor, take nobody new, or must not guide this rep
     */
    @Transactional(readOnly = true)
    public void requireAskable(String menteeId, String mentorId) {
        if (mentorId.isEmpty()) {
            return;
        }
        if (Stream.of(Group.REPS, Group.MENTORS, Group.COUNCIL, Group.CONTACTS)
                .noneMatch(group -> people.isIn(group, mentorId))) {
            // Who has an account besides is nobody's to find out, nor what they are called.
            throw Refusal.at(FIELD, LABEL, Wanted.of("nobodyCalled", mentorId));
        }
        var mentor = mentors.findById(mentorId);
        if (!people.isIn(Group.MENTORS, mentorId)
                || mentor.filter(Mentor::isServing).isEmpty()) {
            throw refused("noMentor", mentorId);
        }
        if (mentorships.cannotGuide(menteeId).contains(mentorId)) {
            throw refused("cannotGuide", mentorId);
        }
        if (!mentor.get().takesMenteesAt(days.now())) {
            throw refused("noNewMentees", mentorId);
        }
    }

    /**
     * Tells a rep that the mentor whom they would like cannot guide them, and what happens now. Whether that mentor has
     * no place, has said no or has not answered is not told.
     *
     * @param mentorId user id; null when the rep has wished for nobody, or was told before
     * @return null, in place of the wish: it is told once
     */
    public @Nullable String tellNotFree(String menteeId, @Nullable String mentorId) {
        if (mentorId != null && !mentorId.isEmpty()) {
            notices.tell(menteeId, "wished-mentor-not-free", mentorId, Map.of("mentor", people.firstName(mentorId)));
        }
        return null;
    }

    private Refusal refused(String why, String mentorId) {
        return Refusal.at(FIELD, LABEL, Wanted.of(why, people.firstName(mentorId)));
    }
}
