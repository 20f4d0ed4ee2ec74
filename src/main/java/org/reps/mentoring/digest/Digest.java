package org.reps.mentoring.digest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.text.PlainText;

/**
 * What one person finds in their digest.
 *
 * @param overdue what they should have done by now
 * @param thisWeek what they should do in the next seven days
 * @param offered what they could take
 * @param withOthers council: what others of the council should have done by now
 * @param notMoving council: cases in which a rep or mentor should have done something by now
 * @param failedSteps council: cases in which a step has failed, by the name of their process
 * @param failedMails council: to whom a mail could not be sent
 */
record Digest(
        List<Item> overdue,
        List<Item> thisWeek,
        List<Item> offered,
        List<Item> withOthers,
        List<Item> notMoving,
        List<Item> failedSteps,
        List<Item> failedMails) {

    /** More would be skimmed; the rest is counted. */
    private static final int MOST_ITEMS = 10;

    boolean isEmpty() {
        return sections().values().stream().allMatch(List::isEmpty);
    }

    /** What the template needs. */
    Map<String, Section> values() {
        var values = new LinkedHashMap<String, Section>();
        sections().forEach((name, items) -> values.put(name, Section.of(items)));
        return values;
    }

    private Map<String, List<Item>> sections() {
        return Map.of(
                "overdue", overdue,
                "thisWeek", thisWeek,
                "offered", offered,
                "withOthers", withOthers,
                "notMoving", notMoving,
                "failedSteps", failedSteps,
                "failedMails", failedMails);
    }

    /**
     * One line.
     *
     * @param name what it is
     * @param who the name of whom it waits for; empty where it is the reader
     * @param day until when, or since when; null where there is no such day
     * @param link where it is done or seen
     */
    record Item(String name, String who, @Nullable LocalDate day, String link) {

        Item {
            name = PlainText.oneLine(name);
            who = PlainText.oneLine(who);
        }
    }

    /**
     * The lines of one kind.
     *
     * @param count how many there are
     * @param items the first of them
     */
    record Section(int count, List<Item> items) {

        private static Section of(List<Item> all) {
            return new Section(all.size(), all.stream().limit(MOST_ITEMS).toList());
        }

        /** How many are not among the lines. */
        public int more() {
            return count - items.size();
        }
    }
}
