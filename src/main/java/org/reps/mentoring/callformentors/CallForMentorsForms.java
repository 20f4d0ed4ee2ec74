package org.reps.mentoring.callformentors;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rep.Reps;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.world.Languages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the form of {@code bpmn/call-for-mentors.bpmn} shows: figures, and none in which somebody is recognised. */
@Component("callForMentorsForms")
@Transactional(readOnly = true)
public class CallForMentorsForms {

    private static final String FEW = "few";

    private final Places places;
    private final Reps reps;
    private final TimeZones zones;
    private final MentoringRules rules;
    private final Days days;

    CallForMentorsForms(Places places, Reps reps, TimeZones zones, MentoringRules rules, Days days) {
        this.places = places;
        this.reps = reps;
        this.zones = zones;
        this.rules = rules;
        this.days = days;
    }

    public Figures places() {
        var now = places.now();
        var today = days.ofProgramme();
        return new Figures(
                now.free(),
                now.mentors().size(),
                now.waiting().size(),
                now.left(),
                rules.fewestFreePlaces(),
                rules.feedbackThreshold(),
                today.plus(rules.callForMentorsAgain()).toString(),
                today.plus(rules.callForMentorsLater()).toString());
    }

    public List<OfLanguage> byLanguage() {
        var now = places.now();
        return rows(
                        reps.findAllById(now.waiting()).stream()
                                .map(Rep::languages)
                                .flatMap(Collection::stream)
                                .map(Languages::name),
                        now.mentors().stream()
                                .map(Mentor::languages)
                                .flatMap(Collection::stream)
                                .map(Languages::name))
                .map(row -> new OfLanguage(row.group(), row.waiting(), row.mentors()))
                .toList();
    }

    /** By the first part of the time zones in which people have said that they live. */
    public List<OfRegion> byRegion() {
        var now = places.now();
        var said = zones.said();
        Function<String, Stream<String>> region = id -> Stream.ofNullable(said.get(id))
                .map(zone -> zone.getId().split("/", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> parts[0]);
        return rows(
                        now.waiting().stream().flatMap(region),
                        now.mentors().stream().map(Mentor::id).flatMap(region))
                .map(row -> new OfRegion(row.group(), row.waiting(), row.mentors()))
                .toList();
    }

    private Stream<Row> rows(Stream<String> waiting, Stream<String> mentors) {
        var reps = waiting.collect(groupingBy(identity(), counting()));
        var guides = mentors.collect(groupingBy(identity(), counting()));
        var groups = new TreeSet<>(reps.keySet());
        groups.addAll(guides.keySet());
        return groups.stream()
                .map(group -> new Row(group, shown(reps, group), shown(guides, group)))
                .filter(row -> !row.waiting().equals(FEW) || !row.mentors().equals(FEW));
    }

    private String shown(Map<String, Long> counted, String group) {
        var number = counted.getOrDefault(group, 0L);
        return number < rules.feedbackThreshold() ? FEW : String.valueOf(number);
    }

    private record Row(String group, String waiting, String mentors) {}

    /**
     * How it is now.
     *
     * @param mentors how many have a free place
     * @param left how many places would be left if everybody who waits had one
     * @param fewest below which it is asked
     * @param fewPeople below which a number of people is not shown
     * @param again ISO day before which nobody is asked again when mentors were asked
     * @param later the same, when it was left for now
     */
    public record Figures(
            int free, int mentors, int waiting, int left, int fewest, int fewPeople, String again, String later) {}

    /** @param languages the name of one */
    public record OfLanguage(String languages, String waiting, String mentors) {}

    /** A part of the world. */
    public record OfRegion(String region, String waiting, String mentors) {}
}
