package org.reps.mentoring.mentorchange;

import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.mentorchange.ChangeRequest.Source;
import org.reps.mentoring.mentorship.MentorshipEnded;
import org.reps.mentoring.mentorship.Mentorships;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A change of mentor that is open, when something else happens meanwhile: another process needs it too, or the
 * mentorship ends.
 */
@Component
@Transactional
class OpenChanges {

    private final ChangeRequests requests;
    private final MentorChangeProcess process;
    private final MentorChangeRouteSteps route;
    private final Mentorships mentorships;
    private final Days days;

    OpenChanges(
            ChangeRequests requests,
            MentorChangeProcess process,
            MentorChangeRouteSteps route,
            Mentorships mentorships,
            Days days) {
        this.requests = requests;
        this.process = process;
        this.route = route;
        this.mentorships = mentorships;
        this.days = days;
    }

    /**
     * Whether a change was open that this one could join. What is still undecided is granted from now on; who is
     * recommended is asked first, unless the rep has wished somebody.
     */
    boolean join(String menteeId, Source source, String recommendedMentorId) {
        var open = requests.findByOpenMentee(menteeId).map(found -> requests.lock(found.id()));
        if (open.isEmpty() || !open.get().isOpen()) {
            return false;
        }
        if (open.get().isAsked() && isDirect(open.get().id(), source)) {
            requests.save(open.get().joinedBy(source, recommendedMentorId.isEmpty() ? null : recommendedMentorId));
            process.nothingLeftToDecide(menteeId);
        }
        return true;
    }

    private boolean isDirect(String changeId, Source source) {
        return process.isDirect(
                source.text(), route.wishedRoute(changeId), route.monthsLeft(changeId), route.mentorStatus(changeId));
    }

    /** Nothing is left to change: the mentorship has ended without another one in its place. */
    void close(ChangeRequest request) {
        var reason = mentorships.byId(request.mentorshipId()).endReason();
        var today = days.ofProgramme();
        requests.save(Mentorships.MENTOR_GONE.equals(reason) ? request.waiting(today) : request.left(today));
    }

    /** Ends the case about a mentorship that has ended, wherever it stands. */
    @EventListener
    void mentorshipEnded(MentorshipEnded ended) {
        if (ended.replaced()) {
            return;
        }
        requests.findByOpenMentee(ended.menteeId())
                .filter(request -> request.mentorshipId().equals(ended.mentorshipId()))
                .filter(request -> !process.nothingLeftToChange(request.menteeId()))
                .ifPresent(this::close);
    }
}
