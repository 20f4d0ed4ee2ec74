package org.reps.mentoring.movein;

import java.util.ArrayList;
import java.util.List;
import org.reps.mentoring.sheet.Faults;
import org.reps.mentoring.sheet.Faults.Fault;

/**
 * What has become of two files, or would.
 *
 * @param faults what is wrong in them; when there is anything, nothing was changed
 * @param sentences what was done, or would be, in words
 */
public record Outcome(List<Fault> faults, List<String> sentences) {

    static Outcome refused(Faults faults) {
        var all = faults.all();
        return new Outcome(
                all,
                List.of((all.size() == 1 ? "There is 1 thing" : "There are " + all.size() + " things")
                        + " to mend; nothing was changed."));
    }

    static Outcome of(PeoplePlan people, MentorshipsPlan mentorships, boolean isDone) {
        var sentences = new ArrayList<String>();
        sentences.add(counted("People", people.created, people.changed, people.same));
        sentences.add(counted("Mentorships", mentorships.created, mentorships.changed, mentorships.same));
        if (people.withoutMail > 0) {
            sentences.add("Without a mail address, so that no mail reaches them: " + people.withoutMail + ".");
        }
        if (mentorships.notNamed() > 0) {
            sentences.add("Mentorships that are not in the file, and go on: " + mentorships.notNamed() + ".");
        }
        sentences.addAll(people.notes);
        sentences.addAll(mentorships.notes);
        sentences.add(
                isDone ? "All of this is done." : "Nothing is wrong with it. This was a trial: nothing was changed.");
        return new Outcome(List.of(), sentences);
    }

    private static String counted(String what, int created, int changed, int same) {
        return "%s: %d new, %d changed, %d as they were.".formatted(what, created, changed, same);
    }

    /** Those of the sentences that name nobody. */
    List<String> numbers() {
        return sentences.subList(0, Math.min(2, sentences.size()));
    }

    /** Whether anything has to be mended first. */
    public boolean isRefused() {
        return !faults.isEmpty();
    }
}
