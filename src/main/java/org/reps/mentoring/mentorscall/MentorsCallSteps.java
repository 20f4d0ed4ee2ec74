package org.reps.mentoring.mentorscall;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.Rhythm;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.cases.CaseDeleted;
import org.reps.mentoring.mentorscall.MentorsCall.State;
import org.reps.mentoring.programmeupdate.ProgrammeUpdateProcess;
import org.reps.mentoring.programmeupdate.ProgrammeUpdateSteps;
import org.reps.mentoring.rules.Choice;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What {@code bpmn/mentors-call.bpmn} asks of the application (SOP 002: "organization of mentors call"). Expressions
 * hand over an empty text where a form got no answer.
 */
@Component("mentorsCalls")
@Transactional
public class MentorsCallSteps {

    private final MentorsCallTable calls;
    private final CallQuestions questions;
    private final AgendaOfCall agenda;
    private final MentorsCallProcess process;
    private final ProgrammeUpdateSteps updates;
    private final ProgrammeUpdateProcess news;
    private final TimeZones zones;
    private final MentoringRules rules;
    private final Clock clock;

    MentorsCallSteps(
            MentorsCallTable calls,
            CallQuestions questions,
            AgendaOfCall agenda,
            MentorsCallProcess process,
            ProgrammeUpdateSteps updates,
            ProgrammeUpdateProcess news,
            TimeZones zones,
            MentoringRules rules,
            Clock clock) {
        this.calls = calls;
        this.questions = questions;
        this.agenda = agenda;
        this.process = process;
        this.updates = updates;
        this.news = news;
        this.zones = zones;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Sets the next call.
     *
     * @param callOn ISO date
     * @param callAt time of day where the host lives, e.g. {@code 18:30}
     * @param callEvery {@code once}, or how often
     * @param toTell what stands on the agenda from the beginning; may be empty
     * @return its id
     * @throws Refusal when one is set already, or nobody can meet at that moment
     */
    public String set(String hostId, String callOn, String callAt, String callPlace, String callEvery, String toTell) {
        var zone = zones.of(hostId);
        var startsAt = MeetingTime.of("call", callOn, callAt, zone, clock.instant());
        var call = calls.begin(
                MentorsCall.set(hostId, startsAt, zone.getId(), callPlace, rhythm(callEvery)),
                new Refusal("There is a next call already, and there is one at a time. Whoever holds it can move it."));
        if (!toTell.isEmpty()) {
            agenda.addFirst(hostId, toTell);
        }
        return call.id();
    }

    private static @Nullable Rhythm rhythm(String every) {
        return switch (every) {
            case "once" -> null;
            case "every month" -> Rhythm.EVERY_MONTH;
            case "every two months" -> Rhythm.EVERY_TWO_MONTHS;
            case "every three months" -> Rhythm.EVERY_THREE_MONTHS;
            default -> throw Choice.unknown(every);
        };
    }

    /** User id of who holds it. */
    @Transactional(readOnly = true)
    public String host(String callId) {
        return calls.get(callId).hostId();
    }

    /** When mentors are invited, ISO text: some days before, and at once to what calendars know otherwise. */
    @Transactional(readOnly = true)
    public String inviteAt(String callId) {
        var call = calls.get(callId);
        return (call.changed() ? clock.instant() : rules.callInvitedToAt(call.startsAt())).toString();
    }

    /** When it is over, as far as calendars know; ISO text. */
    @Transactional(readOnly = true)
    public String over(String callId) {
        return calls.get(callId).startsAt().plus(Invitation.LENGTH).toString();
    }

    /** When it begins, ISO text. */
    @Transactional(readOnly = true)
    public String begins(String callId) {
        return calls.get(callId).startsAt().toString();
    }

    /** It is about nobody. */
    public List<String> partOfIt() {
        return List.of();
    }

    /**
     * Keeps what the host changes before the call.
     *
     * @param change {@code move} or {@code cancel}
     * @param callOn ISO date; like time and place only where it is moved
     * @param alsoLater whether it is also of those that come after it
     * @param word why it is cancelled; may be empty
     * @throws Refusal when nobody can meet at that moment
     */
    public void change(
            String callId,
            String change,
            String callOn,
            String callAt,
            String callPlace,
            boolean alsoLater,
            String word) {
        if (Choice.is(change, "move", "cancel")) {
            calls.change(callId, call -> {
                var zone = zones.of(call.hostId());
                var startsAt = MeetingTime.of("call", callOn, callAt, zone, clock.instant());
                return call.moved(startsAt, callPlace, alsoLater);
            });
        } else {
            calls.change(callId, call -> call.cancelled(PlainText.inOneParagraph(word), alsoLater));
        }
    }

    /**
     * Keeps whether somebody else holds it.
     *
     * @param answer {@code hold} or {@code cancel}
     * @param word why it is cancelled, with those after it; may be empty
     */
    public void takeOver(String callId, String userId, String answer, String word) {
        var held = Choice.is(answer, "hold", "cancel");
        calls.change(callId, call -> held ? call.takenOverBy(userId) : off(call, PlainText.inOneParagraph(word)));
    }

    /** Whether it is still ahead. */
    @Transactional(readOnly = true)
    public boolean isAhead(String callId) {
        return calls.get(callId).isAhead();
    }

    /** Its time has come: what was asked until now belongs to it, and the next one is set where it comes again. */
    public void come(String callId) {
        var call = calls.change(callId, MentorsCall::come);
        questions.findByCallIdIsNullOrderByAskedAtAscIdAsc().forEach(asked -> questions.save(asked.in(callId)));
        setNext(call);
    }

    /**
     * It is not held: what was to be talked about waits for the next one, which is set where it comes again. Where
     * nobody has said anything of it in time, somebody else is asked to hold the next one, and nobody's call has none
     * after it.
     */
    public void settle(String callId) {
        var call = calls.lock(callId);
        if (call.isAhead() || call.state() == State.OVER) {
            var off = calls.save(off(call, ""));
            calls.findByOpenKeyIsNotNull()
                    .filter(next -> next.hostId().equals(off.hostId()))
                    .ifPresent(next -> process.hostLeft(next.id()));
        } else if (call.state() == State.CANCELLED) {
            setNext(call);
        }
        questions
                .findByCallIdInOrderByAskedAtAscIdAsc(List.of(callId))
                .forEach(asked -> questions.save(asked.waiting()));
    }

    private static MentorsCall off(MentorsCall call, String word) {
        return call.isAhead() ? call.cancelled(word, true) : call.notHeld(word);
    }

    private void setNext(MentorsCall call) {
        if (call.comesAgain() && calls.findByOpenKeyIsNotNull().isEmpty()) {
            process.start(calls.save(call.next(clock.instant())));
        }
    }

    /**
     * Keeps what the host writes down after the call, or somebody else, who is the host from then on.
     *
     * @param answer {@code held} or {@code not-held}
     * @param decisions may be empty, like all that follows
     * @param newsTitle of news for reps, too
     * @param word why it was not held
     * @throws Refusal when news have no title or no text, or others with this title are on their way
     */
    public void note(
            String callId,
            String userId,
            String answer,
            String notes,
            String decisions,
            String newsTitle,
            String news,
            String word) {
        if (Choice.is(answer, "held", "not-held")) {
            if (newsTitle.isEmpty() != news.isEmpty()) {
                throw Refusal.at(
                        "newsTitle",
                        "Is there news for reps, too? Its title",
                        "please give news for reps both a title and a text, or leave both empty.");
            }
            if (!newsTitle.isEmpty()) {
                updates.requireNew(newsTitle);
            }
            calls.change(callId, call -> call.takenOverBy(userId).held(notes, decisions, newsTitle, news));
        } else {
            calls.change(callId, call -> call.takenOverBy(userId).notHeld(PlainText.inOneParagraph(word)));
        }
    }

    /** Whether something is for reps, too. */
    @Transactional(readOnly = true)
    public boolean hasNews(String callId) {
        return !calls.get(callId).news().isEmpty();
    }

    /** Tells reps what is for them, too, in a case of its own. */
    public void passNewsOn(String callId) {
        var call = calls.get(callId);
        news.start(call.hostId(), call.newsTitle(), call.news(), rules.callNews());
    }

    /** The operator has deleted the case: nothing of it may stand in the way of another one. */
    @EventListener(condition = "#deleted.process() == 'mentors-call'")
    void forget(CaseDeleted deleted) {
        calls.findById(deleted.subject())
                .filter(call -> call.isAhead() || call.state() == State.OVER)
                .ifPresent(call -> {
                    calls.change(call.id(), found -> off(found, ""));
                    settle(call.id());
                });
    }
}
