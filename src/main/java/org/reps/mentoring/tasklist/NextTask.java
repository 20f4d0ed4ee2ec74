package org.reps.mentoring.tasklist;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.cases.OpenTasks;
import org.reps.mentoring.engine.cases.OpenTasks.OpenTask;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.mymentorship.OwnTask;
import org.springframework.stereotype.Component;

/**
 * What somebody does next who has just answered something: what has come of that answer, and otherwise what is due
 * first. What they may do, and need not, is never next.
 */
@Component
class NextTask {

    /** What began so lately has probably come of the answer; engines work on for a moment after it. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final CurrentPerson person;
    private final OpenTasks openTasks;
    private final ReadersLanguage languages;
    private final Days days;

    NextTask(CurrentPerson person, OpenTasks openTasks, ReadersLanguage languages, Days days) {
        this.person = person;
        this.openTasks = openTasks;
        this.languages = languages;
        this.days = days;
    }

    Answer answer() {
        var me = person.id();
        var now = days.now().moment();
        var justNow = now.minus(JUST_NOW);
        return person.lookUp(() -> openTasks.of(me).stream()
                .filter(task -> !task.optional())
                .min(comparing((OpenTask task) -> !isNew(task, justNow))
                        .thenComparing(OpenTask::due, nullsLast(naturalOrder())))
                .map(task -> new Answer(
                        OwnTask.of(task.called(Translations.OF_DIAGRAMS.in(languages.of(me), task.name())), now),
                        isNew(task, justNow)))
                .orElseGet(() -> new Answer(null, false)));
    }

    private static boolean isNew(OpenTask task, Instant justNow) {
        return !task.since().isBefore(justNow);
    }

    /**
     * @param task null when nothing has to be done
     * @param isNew whether it has probably come of what was just answered, so that there is no use in waiting for
     *     another
     */
    record Answer(@Nullable OwnTask task, boolean isNew) {}
}
