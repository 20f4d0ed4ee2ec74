package org.reps.mentoring.keepintouch;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.function.Predicate;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.checkin.MeetingsAhead;
import org.reps.mentoring.firstcall.CallsAhead;
import org.reps.mentoring.inactivity.SilentMentors;
import org.reps.mentoring.leaving.Departed;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.mentorchange.MentorChangeSteps;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.onboarding.RepOnboardingSteps;
import org.reps.mentoring.unreachable.UnreachableSteps;
import org.springframework.stereotype.Component;

/** When two are left alone: something else is under way with them, or one of them is not there. */
@Component
class GoodMoments {

    private final Mentors mentors;
    private final MeetingsAhead yearly;
    private final CallsAhead calls;
    private final RepOnboardingSteps onboarding;
    private final MentorChangeSteps changes;
    private final SilentMentors silent;
    private final Departed departed;
    private final UnreachableSteps unreachable;
    private final Days days;

    GoodMoments(
            Mentors mentors,
            MeetingsAhead yearly,
            CallsAhead calls,
            RepOnboardingSteps onboarding,
            MentorChangeSteps changes,
            SilentMentors silent,
            Departed departed,
            UnreachableSteps unreachable,
            Days days) {
        this.mentors = mentors;
        this.yearly = yearly;
        this.calls = calls;
        this.onboarding = onboarding;
        this.changes = changes;
        this.silent = silent;
        this.departed = departed;
        this.unreachable = unreachable;
        this.days = days;
    }

    /**
     * Whether two of these can be asked now: no yearly check-in, first call or orientation call is ahead, nobody thinks
     * about another mentor, the mentor is there and goes on, and both can be reached and stay. How much is read does
     * not depend on how many they are.
     */
    Predicate<Mentorship> among(List<Mentorship> some) {
        var now = days.nowForMany();
        var there = mentors
                .findAllById(some.stream().map(Mentorship::mentorId).distinct().toList())
                .stream()
                .filter(mentor -> mentor.isActiveAt(now) && !mentor.isResigning())
                .collect(toMap(Mentor::id, mentor -> mentor));
        var asked = silent.now().stream().map(SilentMentors.Silent::mentorId).collect(toSet());
        var leaving =
                departed.underWay().stream().map(Departed.UnderWay::personId).collect(toSet());
        var calling = calls.byMentorship().keySet();
        var meeting = yearly.underWay(some.stream().map(Mentorship::id).toList());
        var thinking = changes.openFor(menteesOf(some));
        var orientating = onboarding.callsAhead(menteesOf(some));
        var unreached = unreachable.known();
        return pair -> there.containsKey(pair.mentorId())
                && !asked.contains(pair.mentorId())
                && !leaving.contains(pair.mentorId())
                && !leaving.contains(pair.menteeId())
                && !calling.contains(pair.id())
                && !meeting.contains(pair.id())
                && !thinking.contains(pair.menteeId())
                && !orientating.contains(pair.menteeId())
                && !unreached.contains(pair.menteeId())
                && !unreached.contains(pair.mentorId());
    }

    private static List<String> menteesOf(List<Mentorship> some) {
        return some.stream().map(Mentorship::menteeId).toList();
    }
}
