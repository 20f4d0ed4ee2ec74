package org.reps.mentoring.handbook;

import java.util.List;

/**
 * All rules in one table, in the language of whoever reads.
 *
 * @param columns their headings
 * @param decisions what is decided by tables
 */
record RuleBook(List<String> columns, List<Row> rows, List<Decided> decisions) {

    /**
     * What holds for one step.
     *
     * @param process key
     * @param step its id in the diagram
     * @param cells what stands in the columns
     * @param asked the words with which people ask for it
     */
    record Row(String process, String step, List<String> cells, String asked) {}

    /**
     * A table by which something is decided.
     *
     * @param rules in their order, of which the first that fits counts
     * @param asked the words with which people ask for it
     */
    record Decided(String decision, String name, List<Chapter.Fact> facts, List<String> rules, String asked) {}
}
