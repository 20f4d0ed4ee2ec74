package org.reps.mentoring.engine.written;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/** What somebody may have meant. */
public final class Near {

    private static final int MOST_NAMED = 12;

    private Near() {}

    /** A sentence with the word that is most like it, or with all of them if they are few; empty if nothing helps. */
    public static String hint(String word, Collection<String> right) {
        return nearest(word, right)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElseGet(() -> right.isEmpty() || right.size() > MOST_NAMED
                        ? ""
                        : " There is: " + String.join(", ", new TreeSet<>(right)) + ".");
    }

    private static Optional<String> nearest(String word, Collection<String> right) {
        var far = Math.max(1, word.length() / 3);
        return right.stream()
                .filter(other -> !other.equals(word) && distance(word, other) <= far)
                .min(Comparator.<String>comparingInt(other -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters have to be typed, left out or replaced. */
    private static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var now = new int[other.length() + 1];
            now[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
