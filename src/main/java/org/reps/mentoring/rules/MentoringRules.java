package org.reps.mentoring.rules;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The figures of the programme, set under {@code mentoring.rules}. Diagrams read them as
 * {@code ${rules.offerAnswer()}}.
 *
 * <p>What diagrams wait for is ISO 8601 text, as the engine's timers and due dates want it ({@code P7D}; no weeks,
 * which timers do not know); what the domain calculates with is a number or a {@link Period}.
 *
 * @param commitment how long a mentorship is agreed for (SOP: changing your mentor, "done for one year")
 * @param capacity how many mentees a mentor has at most unless they say otherwise (SOP: none; programme default)
 * @param offerAnswer time for mentors to answer an open assignment or a direct question (programme default)
 * @param menteeAnswer time for a rep to answer before being reminded (programme default)
 * @param menteeSilence time for a rep to answer before a contact looks into it (SOP: joining, "no reply for 3 weeks")
 * @param orientationCallDue when the orientation call is due (SOP: orientation call, about two weeks)
 * @param orientationCallOverdue when a contact looks after an orientation call that was not held (SOP: orientation
 *     call, no later than one month)
 * @param orientation the usual length of the orientation (SOP: orientation, three months)
 * @param checkInDueBefore how long before the agreed time ends the yearly check-in begins (programme default)
 * @param agendaBefore how long before the day of a yearly meeting the two find what to talk about (programme default)
 * @param overdueCheckIns over how long the check-ins are spread that were overdue, or about to be due, when the
 *     programme moved in (programme default)
 * @param inactiveAfter how long a mentor may answer nothing before they are asked whether they are still there; days of
 *     an absence do not count (SOP: none; programme default)
 * @param inactivityGrace time for a silent mentor to answer that question (programme default)
 * @param inactivityNotice how long before a mentor's mentees get other mentors this is announced to the mentor, in
 *     whole days (programme default)
 * @param longestAbsence how long a mentor may be away without the contacts making a plan for their mentees (SOP:
 *     absences, three months)
 * @param overrideQuorum how many council members must agree before a commitment is overridden (programme default)
 * @param feedbackThreshold how many different people must have answered before a mentor or the council sees what the
 *     answers come to, or the council what was written without a name (programme default)
 * @param trainingPrerequisite how long a rep has to be in the programme before the training to become a mentor, unless
 *     a contact waives it (SOP: becoming a mentor, "at least a year"); may be none
 * @param checkInGoal which share of the yearly check-ins should be held, in percent (the goal of the Reps programme of
 *     2018)
 * @param circlesOfMentors whether mentors may guide each other in a circle: A guides B, B guides C, and C guides A. Two
 *     never guide each other. Without circles everybody can turn to somebody who does not depend on them, and there is
 *     always somebody without a mentor; where every mentor is to have one, there have to be circles. Who stands in for
 *     a mentor who is away does not count (SOP: none; programme default)
 * @param inTouchAnswer how long two are asked whether they are in touch, and whoever is to take the first step has for
 *     it (programme default)
 * @param inTouchMisses how often in a row two cannot say that they have talked before somebody takes the first step
 *     (programme default)
 * @param inTouchAgain after how long at most they are asked again when they could not say so (programme default)
 * @param inTouchLater how long it is put off when it is no good moment to ask (programme default)
 * @param inTouchFirst how long after they began two are asked for the first time who have not agreed how often they are
 *     in touch (programme default)
 * @param fewestFreePlaces how many places have to be left with mentors, once everybody who waits has one; below it the
 *     contacts are asked whether mentors nominate others (programme default)
 * @param callForMentorsAgain how long nobody is asked again after mentors were asked for nominations (programme
 *     default)
 * @param callForMentorsLater how long it is left when a contact leaves it for now (programme default)
 * @param councilAnswer time for the council and its contacts to decide (SOP: dismissal, "council has 7 days")
 * @param leavingNotice how far ahead the last day is at least when a contact says that somebody leaves, so that they
 *     can object (programme default)
 * @param erasedAfter how long after somebody has left they are erased, if nobody has asked for it before (programme
 *     default)
 * @param erasingNotice how long somebody who is going to be erased can still come back, counted from being told so, and
 *     from having left (programme default)
 * @param mailTextsKept how long what stood in a mail is kept after it was sent (programme default)
 * @param openGoals how many goals two who are together have at most at a time: whoever has more of them has none
 *     (programme default)
 * @param goalChanges how much is kept at most of what two did to their goals, so that nobody fills the database; after
 *     it, goals can still be reached and dropped (programme default)
 * @param agreementChanges how often one of two can say within a day, with a mail to the other, how they keep in touch
 *     (programme default)
 * @param meetingMoves how often a call, meeting or session of two people can be moved, with a mail to both each time
 *     (programme default)
 * @param searches how many searches for a mentor a rep can begin within {@link #searchesWithin()}, as mentors are
 *     written to for each (programme default)
 * @param searchesWithin see {@link #searches()} (programme default)
 * @param openSuggestions how many suggestions of one person wait for an answer of the council at most (programme
 *     default)
 * @param openRecognitions the same of what one person recognises in others (programme default)
 * @param sessionsAMonth how many sessions a mentor gives in a month to reps who ask for one, unless they say otherwise;
 *     may be none (SOP: mentors, "coaching sessions", without a figure; programme default)
 * @param callInvitation how long before a call of all mentors they are invited to it (programme default)
 * @param callNotes time to write down what was said in it; then whoever does it is reminded, once (programme default)
 * @param callNotesLate when somebody else is asked to, and how long they are (programme default)
 * @param callNews how long mentors have to pass on what is for reps, too (programme default)
 * @param openCallQuestions how many questions of one person wait for the next call at most (programme default)
 * @param openSessions for how many sessions a rep asks at a time that have no time yet (programme default)
 * @param sessionsADay for how many sessions a rep asks in one day, so that nobody can mail all mentors (programme
 *     default)
 * @param sessionAgain how long a mentor who said no, or did not answer, is not asked by the same rep for the same again
 *     (programme default)
 * @param skills what a mentor can pass on and a mentee can look for, in the order in which forms offer it (programme
 *     default); a proposal is better the more of it they have in common
 */
public record MentoringRules(
        @DefaultValue("P1Y") Period commitment,
        @DefaultValue("5") int capacity,
        @DefaultValue("P7D") String offerAnswer,
        @DefaultValue("P7D") String menteeAnswer,
        @DefaultValue("P21D") String menteeSilence,
        @DefaultValue("P14D") String orientationCallDue,
        @DefaultValue("P30D") String orientationCallOverdue,
        @DefaultValue("P90D") String orientation,
        @DefaultValue("P30D") Period checkInDueBefore,
        @DefaultValue("P3D") Period agendaBefore,
        @DefaultValue("P12W") Period overdueCheckIns,
        @DefaultValue("P12W") Period inactiveAfter,
        @DefaultValue("P14D") String inactivityGrace,
        @DefaultValue("P7D") String inactivityNotice,
        @DefaultValue("P12W") Period longestAbsence,
        @DefaultValue("2") int overrideQuorum,
        @DefaultValue("3") int feedbackThreshold,
        @DefaultValue("P1Y") Period trainingPrerequisite,
        @DefaultValue("75") int checkInGoal,
        @DefaultValue("false") boolean circlesOfMentors,
        @DefaultValue("P7D") String inTouchAnswer,
        @DefaultValue("2") int inTouchMisses,
        @DefaultValue("P14D") Period inTouchAgain,
        @DefaultValue("P7D") Period inTouchLater,
        @DefaultValue("P1M") Period inTouchFirst,
        @DefaultValue("3") int fewestFreePlaces,
        @DefaultValue("P2M") Period callForMentorsAgain,
        @DefaultValue("P14D") Period callForMentorsLater,
        @DefaultValue("P7D") String councilAnswer,
        @DefaultValue("P7D") Period leavingNotice,
        @DefaultValue("P2Y") Period erasedAfter,
        @DefaultValue("P14D") Period erasingNotice,
        @DefaultValue("P90D") Period mailTextsKept,
        @DefaultValue("20") int openGoals,
        @DefaultValue("2000") int goalChanges,
        @DefaultValue("3") int agreementChanges,
        @DefaultValue("10") int meetingMoves,
        @DefaultValue("3") int searches,
        @DefaultValue("P30D") Period searchesWithin,
        @DefaultValue("5") int openSuggestions,
        @DefaultValue("3") int openRecognitions,
        @DefaultValue("2") int sessionsAMonth,
        @DefaultValue("P14D") String callInvitation,
        @DefaultValue("P7D") String callNotes,
        @DefaultValue("P14D") String callNotesLate,
        @DefaultValue("P14D") Period callNews,
        @DefaultValue("3") int openCallQuestions,
        @DefaultValue("3") int openSessions,
        @DefaultValue("3") int sessionsADay,
        @DefaultValue("P90D") Period sessionAgain,

        @DefaultValue({
            "Advocacy",
            "Budgeting",
            "Coaching",
            "Community building",
            "Event planning",
            "Facilitation",
            "Leadership",
            "Localization",
            "Public speaking",
            "Social media",
            "Technical writing",
            "Web development"
        })
        List<String> skills) {

    private static final long MILLIS_A_DAY = 24 * 60 * 60 * 1000L;

    /**
     * @throws IllegalArgumentException naming the figure that is out of range, so that the application does not start
     */
    public MentoringRules {
        requireAtLeastOne("capacity", capacity);
        requireAtLeastOne("override-quorum", overrideQuorum);
        requireAtLeastOne("feedback-threshold", feedbackThreshold);
        requireAtLeastOne("open-goals", openGoals);
        requireAtLeastOne("goal-changes", goalChanges);
        requireAtLeastOne("open-suggestions", openSuggestions);
        requireAtLeastOne("open-recognitions", openRecognitions);
        requireAtLeastOne("open-call-questions", openCallQuestions);
        requireAtLeastOne("open-sessions", openSessions);
        requireAtLeastOne("sessions-a-day", sessionsADay);
        requireAtLeastOne("in-touch-misses", inTouchMisses);
        requireAtLeastOne("agreement-changes", agreementChanges);
        requireAtLeastOne("meeting-moves", meetingMoves);
        requireAtLeastOne("searches", searches);
        if (checkInGoal < 0 || checkInGoal > 100) {
            throw new IllegalArgumentException(
                    "mentoring.rules.check-in-goal must be a share between 0 and 100, but is " + checkInGoal);
        }
        requireTimeAhead("commitment", commitment);
        requireTimeAhead("check-in-due-before", checkInDueBefore);
        requireTimeAhead("agenda-before", agendaBefore);
        requireTimeAhead("overdue-check-ins", overdueCheckIns);
        requireTimeAhead("inactive-after", inactiveAfter);
        if (trainingPrerequisite.isNegative()) {
            throw new IllegalArgumentException(
                    "mentoring.rules.training-prerequisite must not be negative, but is " + trainingPrerequisite);
        }
        requireTimeAhead("longest-absence", longestAbsence);
        requireTimeAhead("in-touch-again", inTouchAgain);
        requireTimeAhead("in-touch-later", inTouchLater);
        requireTimeAhead("in-touch-first", inTouchFirst);
        requireTimeAhead("searches-within", searchesWithin);
        if (sessionsAMonth < 0) {
            throw new IllegalArgumentException(
                    "mentoring.rules.sessions-a-month must not be negative, but is " + sessionsAMonth);
        }
        requireTimeAhead("session-again", sessionAgain);
        requireTimeAhead("call-for-mentors-again", callForMentorsAgain);
        requireTimeAhead("call-for-mentors-later", callForMentorsLater);
        requireTimeAhead("call-news", callNews);
        requireTimeAhead("leaving-notice", leavingNotice);
        requireTimeAhead("erased-after", erasedAfter);
        requireTimeAhead("erasing-notice", erasingNotice);
        requireTimeAhead("mail-texts-kept", mailTextsKept);
        requireDuration("offer-answer", offerAnswer);
        requireDuration("mentee-answer", menteeAnswer);
        requireDuration("mentee-silence", menteeSilence);
        requireDuration("orientation-call-due", orientationCallDue);
        requireDuration("orientation-call-overdue", orientationCallOverdue);
        requireDuration("orientation", orientation);
        requireDuration("inactivity-grace", inactivityGrace);
        requireDays("inactivity-notice", inactivityNotice);
        requireDuration("in-touch-answer", inTouchAnswer);
        requireDuration("council-answer", councilAnswer);
        requireDuration("call-invitation", callInvitation);
        requireDuration("call-notes", callNotes);
        requireDuration("call-notes-late", callNotesLate);
        if (skills.isEmpty()
                || skills.stream().anyMatch(String::isBlank)
                || new HashSet<>(skills).size() < skills.size()) {
            throw new IllegalArgumentException(
                    "mentoring.rules.skills must name at least one skill, and each once, but is " + skills);
        }
        skills = List.copyOf(skills);
    }

    /**
     * How far ahead the end of a mentorship is at least when the two agree to go on, so that what is agreed late is not
     * over before it begins: half a {@link #commitment()} (programme default).
     */
    public Period shortestRenewal() {
        var months = (int) commitment.toTotalMonths();
        var halfMonth = months % 2 * 16;
        return Period.of(0, months / 2, halfMonth + (commitment.getDays() + 1) / 2);
    }

    /** When mentors are invited to a call that begins at this moment: {@link #callInvitation()} before. */
    public Instant callInvitedToAt(Instant startsAt) {
        var then = Date.from(startsAt);
        duration(callInvitation).negate().addTo(then);
        return then.toInstant();
    }

    /** What was due before this moment, and is not done now, has waited for {@link #councilAnswer()} more. */
    public Instant askedForCouncilAnswer(Instant now) {
        var due = Date.from(now);
        duration(councilAnswer).negate().addTo(due);
        return due.toInstant();
    }

    /**
     * How many days these figures give to whoever waits or is waited for, by their names; a part of a day counts as
     * one.
     */
    public Map<String, Long> days() {
        return Map.of(
                "offerAnswer", days(offerAnswer),
                "menteeAnswer", days(menteeAnswer),
                "menteeSilence", days(menteeSilence),
                "orientationCallDue", days(orientationCallDue),
                "inactivityGrace", days(inactivityGrace),
                "inTouchAnswer", days(inTouchAnswer),
                "councilAnswer", days(councilAnswer),
                "callInvitation", days(callInvitation));
    }

    /** How long a mentorship is agreed for, to be said after "another": {@code year}, {@code 6 months}. */
    public String commitmentInWords() {
        return inWords(commitment, "");
    }

    /** How long after somebody has left they are erased: {@code 2 years}, {@code one year and 6 months}. */
    public String erasedAfterInWords() {
        return inWords(erasedAfter, "one ");
    }

    /** @param one what stands before a unit of which there is one */
    private static String inWords(Period period, String one) {
        var time = period.normalized();
        return Stream.of(
                        inWords(time.getYears(), one, "year"),
                        inWords(time.getMonths(), one, "month"),
                        inWords(time.getDays(), one, "day"))
                .filter(part -> !part.isEmpty())
                .collect(joining(" and "));
    }

    private static String inWords(int number, String one, String unit) {
        return switch (number) {
            case 0 -> "";
            case 1 -> one + unit;
            default -> number + " " + unit + "s";
        };
    }

    private static void requireAtLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("mentoring.rules." + name + " must be at least 1, but is " + number);
        }
    }

    private static void requireTimeAhead(String name, Period time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("mentoring.rules." + name + " must be a time ahead, but is " + time);
        }
    }

    private static void requireDays(String name, String text) {
        if (!text.matches("P[1-9]\\d*D")) {
            throw new IllegalArgumentException(
                    "mentoring.rules." + name + " must be a number of days like P7D, but is " + text);
        }
    }

    private static void requireDuration(String name, String text) {
        try {
            if (duration(text).getSign() > 0) {
                return;
            }
        } catch (IllegalArgumentException notADuration) {
            // told below together with durations that lie in the past
        }
        throw new IllegalArgumentException(
                "mentoring.rules." + name + " must be a duration like P7D (days, not weeks), but is " + text);
    }

    private static long days(String text) {
        var millis = duration(text).getTimeInMillis(new Date(0));
        return (millis + MILLIS_A_DAY - 1) / MILLIS_A_DAY;
    }

    private static Duration duration(String text) {
        return DatatypeFactory.newDefaultInstance().newDuration(text);
    }
}
