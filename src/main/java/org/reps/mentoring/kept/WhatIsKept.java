package org.reps.mentoring.kept;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that is kept of people: each table of the programme, whose its rows are, and what each column says of them. The
 * tables are in lists by subject.
 *
 * <p>Two questions are answered for each row by hand. <em>Whose words are in it?</em> They go when one of these people
 * is erased. <em>In whose file is it?</em> Only where it is that person's own, or was said to them: not what others
 * said of them in confidence, nor that they did. Other people are named in it where the two meet anyhow.
 */
public final class WhatIsKept {

    /** In the order in which they are in a file. */
    public static final List<Table> TABLES = Stream.of(
                    OfPeople.TABLES, OfPairs.TABLES, OfMentors.TABLES, OfEverybody.TABLES)
            .flatMap(List::stream)
            .toList();

    private WhatIsKept() {}
}
