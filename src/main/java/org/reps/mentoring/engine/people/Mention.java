package org.reps.mentoring.engine.people;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;
import static java.util.regex.Pattern.quote;
import static java.util.stream.Collectors.joining;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one person is named in what has been written: to find it when they are erased. Whoever has no account any more is
 * named by the user name only, as nobody knows what else they were called.
 */
public final class Mention {

    private static final String BEGIN = "(?<![\\p{L}\\p{N}])(?:";
    private static final String END = ")(?![\\p{L}\\p{N}])";

    /** Matches nothing. */
    private static final String NEVER = "(?!)";

    private final Set<String> called;
    private final Set<String> others;
    private final Pattern certain;
    private final Pattern possible;
    private final Pattern quoted;

    /**
     * @param called what is shown of them in place of the user name: the whole name, and the first
     * @param own of these and the last name, what is nobody else's
     * @param shared of these, what is somebody else's too
     * @param others what is shown of others
     */
    Mention(String userId, String mail, Set<String> called, Set<String> own, Set<String> shared, Set<String> others) {
        this.called = called;
        this.others = others;
        // A user name alone can be any word.
        certain = words(Stream.concat(own.stream().filter(name -> name.indexOf(' ') > 0), Stream.of(mail)));
        possible = words(Stream.of(Stream.of(userId, mail), own.stream(), shared.stream())
                .flatMap(names -> names));
        quoted = Pattern.compile(Stream.concat(Stream.of(userId, mail), own.stream())
                .filter(not(String::isEmpty))
                .map(name -> quote("\"" + name + "\""))
                // Before a colon it is what a value is called.
                .collect(joining("|", "(?:", ")(?!\\s*:)")));
    }

    private static Pattern words(Stream<String> names) {
        // The longest first, so that nothing of a whole name is left over.
        var all = names.filter(not(String::isEmpty))
                .sorted(comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(joining("|"));
        return Pattern.compile(all.isEmpty() ? NEVER : BEGIN + all + END);
    }

    /** Whether this names them and nobody else: their whole name, if nobody else has it, or their address. */
    public boolean isNamedIn(@Nullable String text) {
        return text != null && certain.matcher(text).find();
    }

    /** Whether this could name them: also by a part of the name, or the user name, which may mean somebody else. */
    public boolean isPossiblyNamedIn(@Nullable String text) {
        return text != null && possible.matcher(text).find();
    }

    /** Whether this JSON text has, as one of its values, the user name or a name that is nobody else's. */
    public boolean isValueIn(@Nullable String json) {
        return json != null && (quoted.matcher(json).find() || isNamedIn(json));
    }

    /** As {@link #isValueIn}, of a plain text that is one value, or several with commas between them. */
    public boolean isOneOf(@Nullable String values) {
        return values != null && isValueIn("\"" + values.replace(", ", "\",\"") + "\"");
    }

    /** Whether this is what is shown of them, and nothing else. */
    public boolean isAllOf(String text) {
        return called.contains(text) || isNamedIn(text);
    }

    /** Whether this is what is shown of somebody else, and nothing else. */
    public boolean isSomebodyElse(String text) {
        return others.contains(text) && !called.contains(text);
    }

    /** Something else in place of all that could name them. */
    public String replacedIn(String text, String instead) {
        return possible.matcher(text).replaceAll(Matcher.quoteReplacement(instead));
    }
}
