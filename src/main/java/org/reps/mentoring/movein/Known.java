package org.reps.mentoring.movein;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.UserNames;
import org.reps.mentoring.mailsettings.MailChoice;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorship.Guidance;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rules.MentoringRules;

/**
 * What there is in the programme before a file comes. User names are looked up as they are written.
 *
 * @param mentorships all of them, also those that have ended
 * @param plans what was agreed last, by the id of the mentorship
 * @param withCheckIn the mentorships that have had a check-in here
 */
record Known(
        Map<String, Everybody.Account> accounts,
        Map<String, Rep> reps,
        Map<String, Mentor> mentors,
        Map<String, Reach> reaches,
        Map<String, MailChoice> choices,
        List<Mentorship> mentorships,
        Map<String, LastPlan> plans,
        Set<String> withCheckIn,
        LocalDate today) {

    static <T> Map<String, T> byId(Collection<T> all, Function<T, String> id) {
        return all.stream().collect(toMap(id, Function.identity()));
    }

    /** The user names there are, by the same in small letters. */
    Map<String, String> spelled() {
        var spelled = new HashMap<String, String>();
        accounts.keySet().forEach(id -> spelled.put(UserNames.small(id), id));
        return spelled;
    }

    Map<String, Mentorship> runningByRep() {
        return mentorships.stream()
                .filter(Mentorship::isRunning)
                .collect(toMap(Mentorship::menteeId, Function.identity()));
    }

    Guidance guidance(MentoringRules rules) {
        return new Guidance(mentorships, rules);
    }
}
