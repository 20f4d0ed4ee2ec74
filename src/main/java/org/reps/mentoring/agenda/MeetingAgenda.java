package org.reps.mentoring.agenda;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.checkin.MeetingsToPrepare;
import org.reps.mentoring.checkin.MeetingsToPrepare.Preparing;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.feedback.YearlyFeedbackSteps;
import org.reps.mentoring.feedback.YearlyFeedbackSteps.Means;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.mentorship.Goal;
import org.reps.mentoring.mentorship.Goals;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.pair.SharedLists;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.rules.ProgrammeLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What two could talk about in their yearly meeting (SOP: mentors activities, "a template for this meeting"), on the
 * page of both, and told of by mail. Nothing is in it that either of them may not read anyway.
 */
@Component("meetingAgenda")
@Transactional(readOnly = true)
public class MeetingAgenda {

    private final MeetingsToPrepare meetings;
    private final Mentorships mentorships;
    private final SharedLists lists;
    private final Goals goals;
    private final YearlyFeedbackSteps feedback;
    private final Expectations expectations;
    private final ProgrammeLinks links;
    private final People people;
    private final ReadersLanguage languages;
    private final TimeZones zones;
    private final Notices notices;
    private final MailSettings mails;

    MeetingAgenda(
            MeetingsToPrepare meetings,
            Mentorships mentorships,
            SharedLists lists,
            Goals goals,
            YearlyFeedbackSteps feedback,
            Expectations expectations,
            ProgrammeLinks links,
            People people,
            ReadersLanguage languages,
            TimeZones zones,
            Notices notices,
            MailSettings mails) {
        this.meetings = meetings;
        this.mentorships = mentorships;
        this.lists = lists;
        this.goals = goals;
        this.feedback = feedback;
        this.expectations = expectations;
        this.links = links;
        this.people = people;
        this.languages = languages;
        this.zones = zones;
        this.notices = notices;
        this.mails = mails;
    }

    /**
     * The agendas of those of these mentorships whose yearly meeting is near, by their ids.
     *
     * @param plans the last plan of each, as the two lists that follow
     */
    public Map<String, Agenda> of(
            Collection<Mentorship> running,
            String me,
            String language,
            Map<String, LastPlan> plans,
            Map<String, List<Goal>> points,
            Map<String, List<Goal>> goals) {
        var near = meetings.of(running.stream().map(Mentorship::id).toList()).stream()
                .map(Preparing::mentorshipId)
                .toList();
        var pairs = running.stream().filter(pair -> near.contains(pair.id())).toList();
        var means = pairs.stream().anyMatch(pair -> pair.mentorId().equals(me)) ? feedback.means(me) : null;
        return pairs.stream()
                .collect(toMap(
                        Mentorship::id,
                        pair -> new AgendaWords(language)
                                .agenda(
                                        plans.get(pair.id()),
                                        points.getOrDefault(pair.id(), List.of()),
                                        goals.getOrDefault(pair.id(), List.of()),
                                        ofMentor(pair, me, means),
                                        expectations,
                                        links)));
    }

    private static @Nullable Means ofMentor(Mentorship pair, String me, @Nullable Means means) {
        return pair.mentorId().equals(me) ? means : null;
    }

    /**
     * Tells those who meet that it is time to think about it, once, whatever becomes of its day. What the two have
     * written stands on their page and in no mail; whoever covers for the mentor does not read it.
     */
    @Transactional
    public void tell(String checkInId) {
        meetings.find(checkInId).ifPresent(this::tell);
    }

    private void tell(Preparing meeting) {
        var pair = mentorships.byId(meeting.mentorshipId());
        tell(meeting, pair, meeting.hostId(), pair.menteeId());
        tell(meeting, pair, pair.menteeId(), meeting.hostId());
    }

    private void tell(Preparing meeting, Mentorship pair, String recipientId, String otherId) {
        var ids = List.of(pair.id());
        var points = lists.points(ids).getOrDefault(pair.id(), List.of());
        var language = languages.inMailsTo(recipientId);
        notices.tellOnceOf(
                otherId,
                recipientId,
                "check-in-agenda",
                meeting.checkInId(),
                Map.of(
                        "other", people.firstName(otherId),
                        "when", MeetingTime.text(meeting.startsAt(), zones.of(recipientId), language),
                        "page", mails.page("tasklist", "#/my-mentorship"),
                        "isOfTheTwo", recipientId.equals(pair.menteeId()) || recipientId.equals(pair.mentorId()),
                        "planned", points.size(),
                        "stillPlanned", open(points),
                        "openGoals", open(goals.of(ids).getOrDefault(pair.id(), List.of())),
                        "ofMentor", expectations.ofMentor(language),
                        "ofMentee", expectations.ofMentee(language)));
    }

    private static int open(List<Goal> goals) {
        return (int)
                goals.stream().filter(goal -> goal.state() == Goal.State.OPEN).count();
    }
}
