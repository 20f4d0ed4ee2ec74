package org.reps.mentoring.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * What people have said in confidence, so that nobody is recognised in what it comes to: it counts in groups of so many
 * different people, in the order in which it came. Whoever looks before and after somebody has said something learns
 * what a whole group said at the most.
 */
public final class WholeGroups {

    private WholeGroups() {}

    /**
     * Those that count by now, all together.
     *
     * @param said everything, in the order in which it came
     * @param author who said it
     * @param people how many different people make a group
     */
    public static <T> List<T> of(List<T> said, Function<T, String> author, int people) {
        return each(said, author, people).stream().flatMap(List::stream).toList();
    }

    /** As {@link #of}, group by group. */
    public static <T> List<List<T>> each(List<T> said, Function<T, String> author, int people) {
        var whole = new ArrayList<List<T>>();
        var group = new ArrayList<T>();
        var authors = new HashSet<String>();
        for (var one : said) {
            group.add(one);
            authors.add(author.apply(one));
            if (authors.size() >= people) {
                whole.add(List.copyOf(group));
                group.clear();
                authors.clear();
            }
        }
        return whole;
    }
}
