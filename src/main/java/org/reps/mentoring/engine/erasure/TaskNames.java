package org.reps.mentoring.engine.erasure;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Mention;

/** Names of tasks without a person whom they name, and without what that person wrote. */
final class TaskNames {

    private static final String SOMEBODY = "somebody who has left";
    private static final String LEFT_OUT = "…";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}");

    private TaskNames() {}

    /** Whose case a task belongs to. */
    enum Case {
        /** About them, or begun by them: what stands in the name may be what they wrote, as the title of news. */
        OWN,
        /** They took part in it: a name that others have too is theirs. */
        SHARED,
        OTHERS
    }

    /**
     * The name with something else where the diagram has put in the person, or what they wrote.
     *
     * @param drawn the name in the diagram, with its expressions; null where nobody knows it any more
     */
    static String without(Mention mention, String name, @Nullable String drawn, Case whose) {
        if (whose == Case.OTHERS && !mention.isPossiblyNamedIn(name)) {
            return name;
        }
        var literals = EXPRESSION.split(drawn == null ? "" : drawn, -1);
        var pattern =
                String.join("(.*)", Stream.of(literals).map(Pattern::quote).toList());
        var shown = Pattern.compile(pattern, Pattern.DOTALL).matcher(name);
        if (literals.length == 1 || !shown.matches()) {
            return mention.isNamedIn(name) ? mention.replacedIn(name, SOMEBODY) : name;
        }
        var without = new StringBuilder(literals[0]);
        for (var i = 1; i < literals.length; i++) {
            without.append(without(mention, shown.group(i), whose)).append(literals[i]);
        }
        return without.toString();
    }

    private static String without(Mention mention, String part, Case whose) {
        if (mention.isSomebodyElse(part)) {
            return part;
        }
        return switch (whose) {
            case OWN -> mention.isAllOf(part) ? SOMEBODY : LEFT_OUT;
            case SHARED -> mention.isAllOf(part) ? SOMEBODY : part;
            case OTHERS -> mention.isOneOf(part) ? SOMEBODY : part;
        };
    }
}
