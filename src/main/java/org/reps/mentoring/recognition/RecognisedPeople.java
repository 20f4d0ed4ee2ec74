package org.reps.mentoring.recognition;

import static org.reps.mentoring.table.Table.Column.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.recognition.Recognition.State;
import org.reps.mentoring.table.Section;
import org.reps.mentoring.table.Table;
import org.reps.mentoring.table.Table.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is recognised for what: for themselves, for everybody as far as they agree, and for the council. Whoever is not
 * here any more is in none of it, and no number tells of what somebody may not read.
 */
@Component
public class RecognisedPeople {

    private final RecognitionTable table;
    private final RecogniseSomebodySteps steps;
    private final People people;
    private final CurrentPerson person;
    private final Days days;

    RecognisedPeople(
            RecognitionTable table, RecogniseSomebodySteps steps, People people, CurrentPerson person, Days days) {
        this.table = table;
        this.steps = steps;
        this.people = people;
        this.person = person;
        this.days = days;
    }

    /** What whoever is logged in reads, the latest first. */
    @Transactional(readOnly = true)
    public Page page() {
        var me = person.id();
        return person.lookUp(() -> {
            var names = people.namesOfThoseHere();
            var all = passedOn(names);
            return new Page(
                    all.stream()
                            .filter(one -> one.personId().equals(me))
                            .map(one -> new Own(one.id(), names.get(one.authorId()), one.words(), at(one), one.shown()))
                            .toList(),
                    all.stream()
                            .filter(Recognition::shown)
                            .map(one -> new Shown(
                                    names.getOrDefault(one.personId(), ""),
                                    names.get(one.authorId()),
                                    one.words(),
                                    at(one)))
                            .toList());
        });
    }

    /**
     * Whoever is logged in says whether everybody may read what somebody recognises in them.
     *
     * @return what they read then
     */
    @Transactional
    public Page show(String recognitionId, boolean wanted) {
        steps.show(recognitionId, person.id(), wanted);
        return page();
    }

    /** For the council: who could lead others, by what they are recognised for. */
    @Transactional(readOnly = true)
    public Section section(Map<String, String> names) {
        var all = passedOn(this.people.namesOfThoseHere());
        var people = all.stream().map(Recognition::personId).distinct().count();
        return Section.of(
                "recognised",
                "Emerging leaders",
                List.of(
                        all.isEmpty()
                                ? "Nobody has been recognised yet. Anybody can start “Recognise somebody”."
                                : people == 1
                                        ? "1 person is recognised for what they do."
                                        : people + " people are recognised for what they do."),
                Table.of(
                        List.of(
                                text("Person"),
                                text("Recognised by"),
                                text("Passed on"),
                                text("For what"),
                                text("Read by all")),
                        all.stream()
                                .map(one -> Row.of(
                                        names.getOrDefault(one.personId(), ""),
                                        names.getOrDefault(one.authorId(), ""),
                                        one.answeredAt() == null
                                                ? ""
                                                : days.ofProgramme(one.answeredAt())
                                                        .toString(),
                                        one.words(),
                                        one.shown() ? "yes" : "no"))
                                .toList()),
                null);
    }

    /** Of whoever is here; of somebody who is erased no words are left. */
    private List<Recognition> passedOn(Map<String, String> here) {
        return table.findByStateOrderByAnsweredAtDescIdAsc(State.PASSED_ON).stream()
                .filter(one -> here.containsKey(one.personId()) && !one.words().isEmpty())
                .toList();
    }

    private static String at(Recognition one) {
        return one.recognisedAt().toString();
    }

    /**
     * @param mine what others recognise in whoever reads
     * @param shown what everybody reads
     */
    public record Page(List<Own> mine, List<Shown> shown) {}

    /**
     * @param by null where they are not here any more
     * @param shown whether everybody reads it
     */
    public record Own(String id, @Nullable String by, String words, String on, boolean shown) {}

    /** @param by null where they are not here any more */
    public record Shown(String name, @Nullable String by, String words, String on) {}
}
