package org.reps.mentoring.keepintouch;

import static java.time.temporal.ChronoUnit.MONTHS;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.checkin.LastPlans;
import org.reps.mentoring.keepintouch.KeepInTouch.Asked;
import org.reps.mentoring.mentorship.Mentorship;
import org.reps.mentoring.mentorship.Mentorships;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.tellperson.OneOfMany;
import org.springframework.stereotype.Component;

/** Whom the daily round asks whether they are in touch. */
@Component
class DueQuestions {

    /** So many that a round is quick, and so few that one transaction stays small. */
    private static final int BATCH = 100;

    private final KeepInTouchTable table;
    private final KeepInTouchProcess process;
    private final Agreement agreement;
    private final GoodMoments moments;
    private final LastPlans plans;
    private final OneOfMany oneOfMany;
    private final Mentorships mentorships;
    private final MentoringRules rules;
    private final Days days;

    DueQuestions(
            KeepInTouchTable table,
            KeepInTouchProcess process,
            Agreement agreement,
            GoodMoments moments,
            LastPlans plans,
            OneOfMany oneOfMany,
            Mentorships mentorships,
            MentoringRules rules,
            Days days) {
        this.table = table;
        this.process = process;
        this.agreement = agreement;
        this.moments = moments;
        this.plans = plans;
        this.oneOfMany = oneOfMany;
        this.mentorships = mentorships;
        this.rules = rules;
        this.days = days;
    }

    /** @return how many were looked at */
    int askDue() {
        var today = days.ofProgramme();
        var due = mentorships.withIds(table.due(today, BATCH));
        var isGood = moments.among(due);
        var busy = new HashSet<>(table.peopleAsked());
        for (var pair : due) {
            if (!oneOfMany.isDone(() -> look(pair, today, isGood, busy))) {
                // Tomorrow it is tried again, and the others have their turn now.
                table.save(table.findById(pair.id())
                        .map(found -> found.postponed(today.plusDays(1)))
                        .orElseGet(() -> KeepInTouch.begin(pair.id(), today.plusDays(1))));
            }
        }
        return due.size();
    }

    private void look(Mentorship pair, LocalDate today, Predicate<Mentorship> isGood, Set<String> busy) {
        if (table.lockRow(pair.id()).isEmpty()) {
            table.save(KeepInTouch.found(pair.id(), inTouchLast(pair), today, agreement.rhythm(pair, "")));
            return;
        }
        var found = table.get(pair.id());
        if (!found.isDueOn(today)) {
            return;
        }
        var asked = isGood.test(pair)
                ? Asked.of(
                        found.mentorAsked() && !busy.contains(pair.mentorId()),
                        found.menteeAsked() && !busy.contains(pair.menteeId()))
                : null;
        if (asked == null) {
            table.save(found.postponed(today.plus(rules.inTouchLater())));
            return;
        }
        table.save(found.asking(asked));
        process.start(pair, (int) MONTHS.between(pair.beganOn(), today));
        busy.addAll(KeepInTouchSteps.people(pair, asked));
    }

    /** When the two met for the year last; else when they began. */
    private LocalDate inTouchLast(Mentorship pair) {
        return Optional.ofNullable(plans.of(List.of(pair.id())).get(pair.id()))
                .map(LastPlans.LastPlan::heldOn)
                .filter(heldOn -> heldOn.isAfter(pair.beganOn()))
                .orElse(pair.beganOn());
    }
}
