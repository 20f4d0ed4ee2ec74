package org.reps.mentoring.handbook;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.regex.Pattern;

/** For whom something is, in words. */
final class People {

    private static final Pattern IMPARTIAL = Pattern.compile("\\$\\{council\\.(impartial|impartialMembers)\\(.*\\)}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+\\.\\w+)\\(.*\\)}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final Words words;

    People(Words words) {
        this.words = words;
    }

    /** @param expression as it stands in the diagram of this process */
    String named(String process, String expression) {
        for (var pattern : new Pattern[] {IMPARTIAL, CALL, VARIABLE}) {
            var found = pattern.matcher(expression);
            if (found.matches()) {
                var name = found.group(1);
                return words.ifThereIs("who." + process + "." + name)
                        .or(() -> words.ifThereIs("who." + name))
                        .orElseGet(() -> words.say("who.by-case"));
            }
        }
        return words.say("who.by-case");
    }

    /** @param groups their ids */
    String groups(Collection<String> groups) {
        return groups.stream()
                .map(group -> words.ifThereIs("group." + group).orElse(group))
                .collect(joining(", "));
    }
}
