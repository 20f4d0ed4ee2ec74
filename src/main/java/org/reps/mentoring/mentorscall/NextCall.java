package org.reps.mentoring.mentorscall;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Invitation;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.mentorscall.AgendaOfCall.Point;
import org.reps.mentoring.mentorscall.MentorsCall.State;
import org.reps.mentoring.rules.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The next call of all mentors and the last ones, for mentors and the council and for nobody else. */
@Component
@Transactional(readOnly = true)
public class NextCall {

    private final MentorsCallTable calls;
    private final AgendaOfCall agenda;
    private final People people;
    private final CurrentPerson person;

    NextCall(MentorsCallTable calls, AgendaOfCall agenda, People people, CurrentPerson person) {
        this.calls = calls;
        this.agenda = agenda;
        this.people = people;
        this.person = person;
    }

    /** What whoever is logged in reads; null where it is not for them. */
    public @Nullable Page page() {
        if (!isForThem()) {
            return null;
        }
        var me = person.id();
        return person.lookUp(() -> new Page(
                calls.findByOpenKeyIsNotNull().map(this::next).orElse(null),
                agenda.waiting().stream()
                        .map(point ->
                                new Asked(point.authorId().equals(me) ? point.id() : null, point.by(), point.words()))
                        .toList(),
                agenda.suggestions(),
                calls.findTop3ByStateOrderByStartsAtDesc(State.HELD).stream()
                        .map(this::last)
                        .toList()));
    }

    /** As whoever is logged in has it in their calendar; empty where it is not for them, or none is set. */
    public Optional<Invitation> invitation() {
        return isForThem() ? calls.findByOpenKeyIsNotNull().map(MentorsCall::invitation) : Optional.empty();
    }

    /**
     * Whoever is logged in would like to talk about something.
     *
     * @return what they read then
     */
    @Transactional
    public @Nullable Page ask(@Nullable String words) {
        requireForThem();
        agenda.add(person.id(), words);
        return page();
    }

    /** They do not want to talk about it any more. */
    @Transactional
    public @Nullable Page takeBack(String questionId) {
        requireForThem();
        agenda.takeBack(person.id(), questionId);
        return page();
    }

    private boolean isForThem() {
        return person.isIn(Group.MENTORS) || person.isIn(Group.COUNCIL) || person.isIn(Group.CONTACTS);
    }

    private void requireForThem() {
        if (!isForThem()) {
            throw new Refusal("This call is for mentors.");
        }
    }

    private Next next(MentorsCall call) {
        return new Next(
                call.uid(), call.startsAt().toString(), call.place(), people.name(call.hostId()), call.comesAgain());
    }

    private Last last(MentorsCall call) {
        return new Last(
                call.startsAt().toString(),
                people.name(call.hostId()),
                agenda.of(call).stream().map(Point::words).toList(),
                call.notes(),
                call.decisions());
    }

    /**
     * @param next null where none is set
     * @param agenda what waits for it, also where none is set
     * @param suggestions how many that nobody has answered are talked about as well
     * @param last those that were held last, the newest first
     */
    public record Page(@Nullable Next next, List<Asked> agenda, int suggestions, List<Last> last) {}

    /** @param id the id under which calendars know it */
    public record Next(String id, String startsAt, String place, String host, boolean again) {}

    /**
     * @param id null where it is not theirs, so that they cannot take it back
     * @param by null where they are not here any more
     */
    public record Asked(@Nullable String id, @Nullable String by, String words) {}

    public record Last(String startsAt, String host, List<String> agenda, String notes, String decisions) {}
}
