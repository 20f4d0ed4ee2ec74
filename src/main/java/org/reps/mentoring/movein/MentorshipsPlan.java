package org.reps.mentoring.movein;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.checkin.LastPlans.LastPlan;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorship.Guidance;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.movein.MentorshipsFile.Line;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.WentLive;
import org.reps.mentoring.sheet.Cells;
import org.reps.mentoring.sheet.Column;

/** What is to become of the mentorships of a file: line by line, nothing is changed yet. */
final class MentorshipsPlan {

    /** Those that are kept, with what becomes of their days. */
    final List<Mentorship> kept = new ArrayList<>();
    /** Those whose agreed time is new here, so that their next check-in has to find its turn. */
    final List<Mentorship> dated = new ArrayList<>();

    final Map<Mentorship, LastPlan> meetings = new HashMap<>();
    /** The mentors who guide nobody yet. */
    final List<String> beginning = new ArrayList<>();

    final List<String> notes = new ArrayList<>();
    int created;
    int changed;
    int same;
    /** Whether the programme would be judged by what was before it moved in. */
    boolean needsDayOfMovingIn;

    private final Known known;
    private final PeoplePlan people;
    private final MentoringRules rules;
    private final WentLive wentLive;
    private final Guidance guidance;
    private final Map<String, Mentorship> running;
    private final Map<String, List<Mentorship>> ended;
    private final Map<String, Integer> lines = new HashMap<>();

    MentorshipsPlan(Known known, PeoplePlan people, MentoringRules rules, WentLive wentLive) {
        this.known = known;
        this.people = people;
        this.rules = rules;
        this.wentLive = wentLive;
        this.guidance = known.guidance(rules);
        this.running = known.runningByRep();
        this.ended = known.mentorships().stream()
                .filter(not(Mentorship::isRunning))
                .collect(groupingBy(Mentorship::menteeId));
    }

    void add(Line line) {
        var cells = line.cells();
        checkOnce(line);
        checkDays(line);
        var before = running.get(line.rep());
        // Also of two of whom one has no account any more: what runs here is not judged by a file.
        if (before != null && before.mentorId().equals(line.mentor())) {
            if (cells.areFine()) {
                change(line, before);
            }
            return;
        }
        var mentor = mentor(line);
        checkRep(line);
        ended.getOrDefault(line.rep(), List.of()).stream()
                .filter(ended -> ended.mentorId().equals(line.mentor()) && isNotAfter(line.beganOn(), ended.endedOn()))
                .findFirst()
                .ifPresent(ended -> cells.wrong(
                        MentorshipsFile.BEGAN_ON,
                        "These two ended their mentorship here on " + ended.endedOn()
                                + ", and a file does not begin it again. Please take the line out."));
        if (mentor != null && (!mentor.isServing() || mentor.isResigning())) {
            cells.wrong(
                    MentorshipsFile.MENTOR,
                    mentor.id() + (mentor.isServing() ? " is stepping down" : " is no active mentor any more")
                            + " and takes nobody new.");
        }
        if (cells.areFine() && mentor != null && !people.isBroken(line.rep()) && !people.isBroken(line.mentor())) {
            begin(line, mentor);
        }
    }

    /** How many run here that are not in the file; none when no file was brought. */
    int notNamed() {
        return lines.isEmpty()
                ? 0
                : (int) running.keySet().stream()
                        .filter(not(lines::containsKey))
                        .count();
    }

    private static boolean isNotAfter(@Nullable LocalDate began, @Nullable LocalDate ended) {
        return began != null && ended != null && !began.isAfter(ended);
    }

    private @Nullable Mentor mentor(Line line) {
        var mentor = people.mentor(line.mentor());
        if (mentor == null && !people.isBroken(line.mentor())) {
            checkKnown(line.cells(), MentorshipsFile.MENTOR, line.mentor(), Group.MENTORS, "mentor");
        }
        return mentor;
    }

    private void checkRep(Line line) {
        var cells = line.cells();
        if (people.rep(line.rep()) == null && !people.isBroken(line.rep())) {
            checkKnown(cells, MentorshipsFile.REP, line.rep(), Group.REPS, "rep");
        }
    }

    private void checkOnce(Line line) {
        var cells = line.cells();
        var before = line.rep().isEmpty() ? null : lines.putIfAbsent(line.rep(), cells.line());
        if (before != null) {
            cells.wrong(
                    MentorshipsFile.REP,
                    "There is a line for " + Cells.quoted(line.rep()) + " already, line " + before
                            + ", and nobody has two mentors.");
        }
    }

    private void checkKnown(Cells cells, Column column, String userName, Group group, String what) {
        var spelled = people.spelled(userName);
        if (userName.isEmpty()) {
            if (!cells.has(column)) {
                cells.wrong(column, "Please give a user name.");
            }
        } else if (spelled != null && !spelled.equals(userName)) {
            cells.wrong(
                    column,
                    "There is nobody with the user name " + Cells.quoted(userName) + ". Is it " + Cells.quoted(spelled)
                            + "?");
        } else if (people.isIn(group, userName)) {
            cells.wrong(
                    column,
                    Cells.quoted(userName) + " is in the group " + group.id()
                            + ", and nothing else is known of them. Please add a line for them to the file of the people.");
        } else {
            cells.wrong(
                    column,
                    Cells.quoted(userName) + " is no " + what + ". Please give the user name of somebody who is"
                            + " in the group " + group.id() + ", here or in the file of the people.");
        }
    }

    private void checkDays(Line line) {
        var cells = line.cells();
        var began = line.beganOn();
        if (began == null) {
            if (!cells.has(MentorshipsFile.BEGAN_ON)) {
                cells.wrong(MentorshipsFile.BEGAN_ON, "Please give the day on which it began, like 2026-11-20.");
            }
            return;
        }
        if (began.isAfter(known.today())) {
            cells.wrong(MentorshipsFile.BEGAN_ON, "This day is still to come; a file brings what has begun.");
        }
        var met = line.lastMeeting();
        if (met != null && (met.isBefore(began) || met.isAfter(known.today()))) {
            cells.wrong(
                    MentorshipsFile.LAST_MEETING,
                    "Please give a day from " + began + ", when it began, to today, or leave it empty.");
        }
        if (met == null && !line.plan().isEmpty() && !cells.has(MentorshipsFile.LAST_MEETING)) {
            cells.wrong(MentorshipsFile.LAST_MEETING, "Please also give the day on which this was planned.");
        }
    }

    private void begin(Line line, Mentor mentor) {
        var cells = line.cells();
        var isFirst = guidance.menteesOf(mentor.id()) == 0;
        cells.orWrong(MentorshipsFile.MENTOR, () -> {
            guidance.add(
                    line.rep(), mentor.id(), people.bringsMentees(mentor.id()) ? Integer.MAX_VALUE : mentor.capacity());
            return mentor;
        });
        var began = Objects.requireNonNull(line.beganOn());
        var begun = cells.orWrong(
                MentorshipsFile.COMMITTED_UNTIL,
                () -> Mentorship.broughtAlong(
                        UUID.randomUUID().toString(),
                        line.rep(),
                        mentor.id(),
                        began,
                        line.committedUntil(),
                        rules,
                        known.today()));
        if (begun == null || !cells.areFine()) {
            return;
        }
        var inTouch = inTouch(line, begun);
        kept.add(inTouch);
        dated.add(inTouch);
        if (line.lastMeeting() != null) {
            meetings.put(inTouch, meeting(line, inTouch));
        }
        if (isFirst) {
            beginning.add(mentor.id());
        }
        if (guidance.menteesOf(mentor.id()) == mentor.capacity() + 1) {
            notes.add("Line " + cells.line() + " of mentorships: from here on " + mentor.id()
                    + " has more mentees than places (" + mentor.capacity()
                    + "). All of them stay; nobody new comes until there are fewer.");
        }
        created++;
        needsDayOfMovingIn |= wentLive.on().isEmpty() && began.isBefore(known.today());
    }

    private void change(Line line, Mentorship before) {
        var cells = line.cells();
        var began = Objects.requireNonNull(line.beganOn());
        var until = line.committedUntil() == null && began.equals(before.beganOn())
                ? before.committedUntil()
                : line.committedUntil();
        var isOther =
                !began.equals(before.beganOn()) || !before.committedUntil().equals(until);
        var meets = line.lastMeeting() != null
                && !meeting(line, before).equals(known.plans().get(before.id()));
        var after = inTouch(line, before);
        if (known.withCheckIn().contains(before.id())) {
            if (isOther || meets) {
                notes.add("Line " + cells.line() + " of mentorships: the days and plans of " + before.mentorId()
                        + " and " + before.menteeId()
                        + " stay as they are, because they have had a check-in here since.");
            }
            meets = false;
        } else if (isOther) {
            var dates = cells.orWrong(
                    MentorshipsFile.COMMITTED_UNTIL,
                    () -> inTouch(line, before).dated(began, until, rules, known.today()));
            if (dates == null) {
                return;
            }
            after = dates;
            dated.add(after);
        }
        if (!after.equals(before)) {
            kept.add(after);
        }
        if (meets) {
            meetings.put(after, meeting(line, before));
        }
        if (meets || !after.equals(before)) {
            changed++;
        } else {
            same++;
        }
    }

    /** What they last agreed on, as far as the line says it; otherwise as it is known. */
    private LastPlan meeting(Line line, Mentorship mentorship) {
        var plan = known.plans().get(mentorship.id());
        return new LastPlan(
                Objects.requireNonNull(line.lastMeeting()),
                plan != null && line.plan().isEmpty() ? plan.plans() : line.plan(),
                plan == null ? "" : plan.support());
    }

    private static Mentorship inTouch(Line line, Mentorship mentorship) {
        return mentorship.keepingInTouch(
                line.channel().isEmpty() ? mentorship.channel() : line.channel(),
                line.howOften().isEmpty() ? mentorship.contactEvery() : line.howOften());
    }
}
