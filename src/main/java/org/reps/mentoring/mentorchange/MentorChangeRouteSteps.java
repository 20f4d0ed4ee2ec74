package org.reps.mentoring.mentorchange;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What {@code bpmn/mentor-change-route.dmn} is asked: what is known of a request before it is clear who decides. */
@Component("mentorChangeRoute")
@Transactional(readOnly = true)
public class MentorChangeRouteSteps {

    private final ChangeRequests requests;
    private final Mentorships mentorships;
    private final PresentMentor presentMentor;
    private final Days days;

    MentorChangeRouteSteps(ChangeRequests requests, Mentorships mentorships, PresentMentor presentMentor, Days days) {
        this.requests = requests;
        this.mentorships = mentorships;
        this.presentMentor = presentMentor;
        this.days = days;
    }

    /** Who or what asks for it, as the decision table names them. */
    public String source(String changeId) {
        return requests.get(changeId).source().text();
    }

    public boolean isWish(String changeId) {
        return requests.get(changeId).source().isWish();
    }

    public String wishedRoute(String changeId) {
        return requests.get(changeId).wishedRoute();
    }

    /** The whole months until the agreed time is over on the rep's own day, rounded up; 0 when it is over. */
    public int monthsLeft(String changeId) {
        var request = requests.get(changeId);
        var today = days.todayOf(request.menteeId());
        var until = mentorships.byId(request.mentorshipId()).committedUntil();
        return today.isBefore(until) ? (int) ChronoUnit.MONTHS.between(today, until.minusDays(1)) + 1 : 0;
    }

    /** What the present mentor is to the programme now. */
    public String mentorStatus(String changeId) {
        return presentMentor.status(requests.get(changeId)).name().toLowerCase(Locale.ROOT);
    }
}
