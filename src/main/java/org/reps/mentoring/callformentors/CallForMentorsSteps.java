package org.reps.mentoring.callformentors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.council.Council;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/call-for-mentors.bpmn} asks of the application (SOP: preparing mentors, "nominations are requested
 * by council as needed").
 */
@Component("callForMentors")
@Transactional
public class CallForMentorsSteps {

    private final CallForMentorsTable table;
    private final CallForMentorsProcess process;
    private final Places places;
    private final Mentors mentors;
    private final People people;
    private final Council council;
    private final Notices notices;
    private final MailSettings mails;
    private final MentoringRules rules;
    private final Days days;

    CallForMentorsSteps(
            CallForMentorsTable table,
            CallForMentorsProcess process,
            Places places,
            Mentors mentors,
            People people,
            Council council,
            Notices notices,
            MailSettings mails,
            MentoringRules rules,
            Days days) {
        this.table = table;
        this.process = process;
        this.places = places;
        this.mentors = mentors;
        this.people = people;
        this.council = council;
        this.notices = notices;
        this.mails = mails;
        this.rules = rules;
        this.days = days;
    }

    /**
     * Asks the contacts when few places would be left: one case at a time, not more often than the rules say, and not
     * where there is nobody to decide it or nobody to nominate. Of two rounds at once the second finds it under way.
     */
    public void startWhenNeeded() {
        var now = table.lockRow(CallForMentors.ONLY).map(table::get).orElseGet(CallForMentors::never);
        if (now.mayBegin(days.ofProgramme())
                && places.now().left() < rules.fewestFreePlaces()
                && !council.contacts().isEmpty()
                && !mentors().isEmpty()) {
            table.save(now.begun());
            process.start();
        }
    }

    /** It is about nobody. */
    public List<String> partOfIt() {
        return List.of();
    }

    /** @param answer {@code ask} or {@code not-now} */
    public void decide(String answer) {
        var time = Choice.is(answer, "ask", "not-now") ? rules.callForMentorsAgain() : rules.callForMentorsLater();
        table.change(CallForMentors.ONLY, now -> now.over(days.ofProgramme().plus(time)));
    }

    /** The user ids of the mentors who are there now. */
    @Transactional(readOnly = true)
    public List<String> mentors() {
        var now = days.nowForMany();
        var here = people.in(Group.MENTORS);
        // A class that can be read back: the engine stores its name with the variable.
        return new ArrayList<>(mentors.findAll().stream()
                .filter(mentor -> mentor.isActiveAt(now) && here.contains(mentor.id()))
                .map(Mentor::id)
                .sorted()
                .toList());
    }

    /** Asks one mentor by mail whom they would nominate; not whoever has left or gone away meanwhile. */
    public void tell(String mentorId) {
        if (mentors.findById(mentorId)
                .filter(mentor -> mentor.isActiveAt(days.now()))
                .isPresent()) {
            var values = Map.of("page", mails.page("tasklist", "#/?processStart=coaching-training"));
            notices.tell(mentorId, "mentors-wanted", CallForMentors.ONLY, values);
        }
    }

    /** The operator has deleted the case: it counts as left for now. */
    @EventListener(condition = "#deleted.process() == 'call-for-mentors'")
    void forget(CaseDeleted deleted) {
        table.change(deleted.subject(), now -> now.over(days.ofProgramme().plus(rules.callForMentorsLater())));
    }
}
