package org.reps.mentoring.mentorship;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.mentor.Mentors;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All mentorships, and the one place where they begin and end. */
@Component("mentorships")
@Transactional
public class Mentorships {

    /** Why a mentorship ended whose mentor is not there any more; the rep did not wish it, and is left without one. */
    public static final String MENTOR_GONE = "mentor gone";

    private final MentorshipTable table;
    private final Mentors mentors;
    private final MentoringRules rules;
    private final Days days;
    private final ApplicationEventPublisher events;

    Mentorships(
            MentorshipTable table, Mentors mentors, MentoringRules rules, Days days, ApplicationEventPublisher events) {
        this.table = table;
        this.mentors = mentors;
        this.rules = rules;
        this.days = days;
        this.events = events;
    }

    /**
     * Begins a mentorship for one {@linkplain MentoringRules#commitment() commitment}, if the mentor takes mentees and
     * has a free place at this very moment. When several reps want a mentor's last place, exactly one gets it.
     *
     * <p>Nobody is guided by somebody whom they guide themself, nor, unless the programme
     * {@linkplain MentoringRules#circlesOfMentors() wants it}, by somebody whom they guide through others. Of several
     * mentorships that would close such a circle together, one does not begin.
     *
     * @return the mentorship's id, or null when the mentor can take this rep no more
     * @throws Refusal when the rep has a mentor already, or would be mentored by themself
     */
    public @Nullable String begin(String menteeId, String mentorId) {
        return begin(menteeId, mentorId, false);
    }

    /**
     * Begins a mentorship in place of the one the rep is in, if there is one: the old one ends and the new one begins
     * together or not at all.
     *
     * @return the new mentorship's id, or null when the mentor can take this rep no more; then the old one goes on
     * @throws Refusal as in {@link #begin(String, String)}
     */
    public @Nullable String change(String menteeId, String mentorId) {
        return begin(menteeId, mentorId, true);
    }

    private @Nullable String begin(String menteeId, String mentorId, boolean mayReplace) {
        if (menteeId.equals(mentorId)) {
            throw new Refusal("Nobody can be their own mentor.");
        }
        table.lockTurn();
        var mentor = mentors.findByIdInOrderById(List.of(mentorId)).stream().findFirst();
        var old = table.findByRunningMentee(menteeId);
        if (old.isPresent() && !mayReplace) {
            throw new Refusal("This rep has a mentor already.");
        }
        var today = days.ofProgramme();
        if (mentor.isEmpty()
                || cannotGuide(menteeId).contains(mentorId)
                || !mentor.get().takesMenteesAt(days.now())
                || table.countByMentorIdAndRunningMenteeIsNotNull(mentorId)
                        >= mentor.get().capacity()) {
            return null;
        }
        old.ifPresent(replaced -> end(replaced, "mentor changed", true));
        var id = UUID.randomUUID().toString();
        table.save(Mentorship.begin(id, menteeId, mentorId, today, today.plus(rules.commitment())));
        return id;
    }

    /**
     * Who cannot guide this rep whatever places they have: the rep, whom they guide, and whom those guide and so on,
     * unless the programme {@linkplain MentoringRules#circlesOfMentors() allows circles} of more than two.
     */
    @Transactional(readOnly = true)
    public Set<String> cannotGuide(String menteeId) {
        var all = new TreeSet<>(Set.of(menteeId));
        var guides = List.of(menteeId);
        do {
            guides = table.findByMentorIdInAndRunningMenteeIsNotNull(guides).stream()
                    .map(Mentorship::menteeId)
                    .filter(all::add)
                    .toList();
        } while (!guides.isEmpty() && !rules.circlesOfMentors());
        return all;
    }

    /**
     * Both go on: until the next anniversary after the present end, and for no less than the
     * {@linkplain MentoringRules#shortestRenewal() shortest renewal} from the day it is where the mentee lives.
     */
    public void extend(String mentorshipId) {
        table.change(mentorshipId, mentorship -> {
            if (!mentorship.isRunning()) {
                return mentorship;
            }
            var today = days.todayOf(mentorship.menteeId());
            return mentorship.extended(today, rules.commitment(), rules.shortestRenewal());
        });
    }

    /** Notes how the two keep in touch, wherever they have agreed on it. */
    public void keepInTouch(String mentorshipId, String channel, String contactEvery) {
        var before = byId(mentorshipId);
        if (before.isRunning()) {
            table.change(mentorshipId, mentorship -> mentorship.keepingInTouch(channel, contactEvery));
            if (!contactEvery.equals(before.contactEvery())) {
                events.publishEvent(new AgreedAnew(mentorshipId));
            }
        }
    }

    /** Of mentor or mentee, the mentorships in which they are now. */
    @Transactional(readOnly = true)
    public List<Mentorship> of(String personId) {
        return Stream.concat(
                        ofMentee(personId).stream(), ofMentor(personId).stream().filter(Mentorship::isRunning))
                .toList();
    }

    /** The two of this mentorship have talked on that day, as one of them has recorded. */
    public void haveTalked(String mentorshipId, LocalDate on) {
        if (byId(mentorshipId).isRunning()) {
            events.publishEvent(new HaveTalked(mentorshipId, on));
        }
    }

    /**
     * Ends a mentorship today; one that has ended already stays as it is.
     *
     * @param reason why, in a few words; {@link #MENTOR_GONE} makes the rep an open assignment
     */
    public void end(String mentorshipId, String reason) {
        end(byId(mentorshipId), reason, false);
    }

    private void end(Mentorship mentorship, String reason, boolean replaced) {
        if (mentorship.isRunning()) {
            table.save(mentorship.end(days.ofProgramme(), reason));
            events.publishEvent(new MentorshipEnded(mentorship.id(), mentorship.menteeId(), replaced));
        }
    }

    /** The user id of the mentor in this mentorship. */
    @Transactional(readOnly = true)
    public String mentorOf(String mentorshipId) {
        return byId(mentorshipId).mentorId();
    }

    /** As {@link #byId}; until the transaction ends, nobody else changes or ends it. */
    public Mentorship lock(String mentorshipId) {
        return table.lock(mentorshipId);
    }

    /**
     * The mentorship with this id.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    @Transactional(readOnly = true)
    public Mentorship byId(String mentorshipId) {
        return table.get(mentorshipId);
    }

    /** The mentorship in which this rep is guided now. */
    @Transactional(readOnly = true)
    public Optional<Mentorship> ofMentee(String menteeId) {
        return table.findByRunningMentee(menteeId);
    }

    /** All that run now. */
    @Transactional(readOnly = true)
    public List<Mentorship> running() {
        return table.findByRunningMenteeIsNotNull();
    }

    /** The user ids of everybody this person guides now. */
    @Transactional(readOnly = true)
    public List<String> menteesOf(String mentorId) {
        return table.findByMentorIdAndRunningMenteeIsNotNull(mentorId).stream()
                .map(Mentorship::menteeId)
                .toList();
    }

    /** The user ids of everybody whom each of these people guides now; whoever guides nobody is not in the map. */
    @Transactional(readOnly = true)
    public Map<String, Set<String>> guidedBy(Collection<String> mentorIds) {
        return mentorIds.isEmpty()
                ? Map.of()
                : table.findByMentorIdInAndRunningMenteeIsNotNull(mentorIds).stream()
                        .collect(groupingBy(Mentorship::mentorId, mapping(Mentorship::menteeId, toSet())));
    }

    /** All mentorships of this mentor, also those that have ended, the oldest first. */
    @Transactional(readOnly = true)
    public List<Mentorship> ofMentor(String mentorId) {
        return table.findByMentorIdOrderByBeganOn(mentorId);
    }

    /** All mentorships in which one of these people guides or is guided, also those that have ended. */
    @Transactional(readOnly = true)
    public List<Mentorship> of(Collection<String> userIds) {
        return userIds.isEmpty() ? List.of() : table.findByMenteeIdInOrMentorIdIn(userIds, userIds);
    }

    /** Those of these mentorships that there are. */
    @Transactional(readOnly = true)
    public List<Mentorship> withIds(Collection<String> mentorshipIds) {
        return table.findAllById(mentorshipIds);
    }

    /**
     * Locks these mentorships until the transaction ends.
     *
     * @return those of them that still run and end by that day
     */
    public List<String> lockEndingBy(LocalDate by, Collection<String> mentorshipIds) {
        return mentorshipIds.isEmpty() ? List.of() : table.lockEndingBy(by, mentorshipIds);
    }

    /**
     * The reps who wait for a mentor, who has waited longest first: they have none, or one who has left, although they
     * are looking for one, or have lost the last one because that mentor left. Whoever ended their last mentorship
     * themself, or never looked for a mentor, does not wait. This says nothing of the mentor a rep has: it is read from
     * the mentorships every time, so no edit of a rep or a mentor can change it unnoticed.
     */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return table.waiting();
    }

    /**
     * The reps who have no mentor, guide nobody, and do not wait for a mentor either, by the day on which they joined:
     * nobody has ever looked for one here, as for somebody who came along when the programme moved in.
     */
    @Transactional(readOnly = true)
    public List<Waiting> withoutMentor() {
        return table.withoutMentor();
    }

    /** How many mentees each of these mentors has now; mentors without any are not in the map. */
    @Transactional(readOnly = true)
    public Map<String, Integer> load(Collection<String> mentorIds) {
        if (mentorIds.isEmpty()) {
            return Map.of();
        }
        return table.loads(mentorIds).stream()
                .collect(toMap(MentorshipTable.Load::mentorId, MentorshipTable.Load::mentees));
    }

    /** How many mentees each mentor has now; mentors without any are not in the map. */
    @Transactional(readOnly = true)
    public Map<String, Integer> load() {
        return table.loads().stream().collect(toMap(MentorshipTable.Load::mentorId, MentorshipTable.Load::mentees));
    }

    /**
     * A rep who waits for a mentor.
     *
     * @param since the day on which they began to look for one, or on which their last mentor was gone
     */
    public record Waiting(String repId, LocalDate since) {}
}
