package org.reps.mentoring.mentorchange;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.SealedTexts;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.WholeGroups;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why reps would like another mentor, without anybody being recognised. */
@Component
@Transactional(readOnly = true)
public class ChangeReasons {

    private static final String OTHER = "Something else, or too few to show";

    /** The kinds of reasons in {@code forms/mentor-change-start.form}, as they are counted. */
    private static final Map<String, String> WORDS = Map.of(
            "fit", "Another mentor would fit better",
            "time-zone", "One of the two has moved to another time zone",
            "time", "The mentor has too little time",
            "support", "The support that is needed is missing",
            "other", OTHER);

    private final ChangeRequests requests;
    private final SealedTexts texts;
    private final MentoringRules rules;
    private final Days days;

    ChangeReasons(ChangeRequests requests, SealedTexts texts, MentoringRules rules, Days days) {
        this.requests = requests;
        this.texts = texts;
        this.rules = rules;
        this.days = days;
    }

    /**
     * How often which reason was given, the most frequent first and what is lumped together last.
     *
     * <p>Requests count once they have ended, and in groups by {@linkplain MentoringRules#feedbackThreshold() that
     * many} different reps, in the order in which they ended: whoever looks before and after somebody's request has
     * ended learns the reasons of a whole group at the most. A reason that fewer reps gave is not shown by itself.
     */
    public List<Count> counted() {
        var reps = new TreeMap<String, Set<String>>();
        var numbers = new TreeMap<String, Integer>();
        var all = 0;
        for (var given : wholeGroups()) {
            reps.computeIfAbsent(given.words(), words -> new HashSet<>()).add(given.repId());
            numbers.merge(given.words(), 1, Integer::sum);
            all++;
        }
        var shown = new LinkedHashMap<String, Integer>();
        numbers.entrySet().stream()
                .filter(reason -> !reason.getKey().equals(OTHER)
                        && reps.getOrDefault(reason.getKey(), Set.of()).size() >= rules.feedbackThreshold())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(reason -> shown.put(reason.getKey(), reason.getValue()));
        var lumped = all - shown.values().stream().mapToInt(Integer::intValue).sum();
        if (lumped > 0) {
            shown.put(OTHER, lumped);
        }
        return shown.entrySet().stream()
                .map(reason -> new Count(reason.getKey(), reason.getValue()))
                .toList();
    }

    private List<Given> wholeGroups() {
        // What ends later today could still come in between these.
        var ended = requests.reasonsBefore(days.ofProgramme());
        var opened = texts.openAll(ended.stream()
                .collect(toMap(ChangeRequests.Reason::category, ChangeRequests.Reason::place, (one, other) -> one)));
        var given = ended.stream()
                .map(request -> new Given(
                        request.menteeId(), WORDS.getOrDefault(opened.getOrDefault(request.category(), ""), OTHER)))
                .toList();
        return WholeGroups.of(given, Given::repId, rules.feedbackThreshold());
    }

    private record Given(String repId, String words) {}

    /** How many requests had this reason. */
    public record Count(String reason, int requests) {}
}
