package org.reps.mentoring.table;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One part of a page of the council.
 *
 * @param id its name in addresses
 * @param sentences what the figures say, in words
 * @param table the figures
 * @param chart how they are drawn; null when words and table say it all
 * @param rows how many rows there are, also those that are not on the page
 */
public record Section(
        String id,
        String heading,
        List<String> sentences,
        Table table,
        @Nullable Chart chart,
        int rows) {

    /** As many rows as somebody would read on a page. */
    private static final int ON_A_PAGE = 100;

    public static Section of(String id, String heading, List<String> sentences, Table table, @Nullable Chart chart) {
        return new Section(id, heading, sentences, table, chart, table.rows().size());
    }

    /**
     * In the language of whoever reads it.
     *
     * @param words says sentences, headings and the like
     * @param cells says what stands in a cell
     */
    Section said(UnaryOperator<String> words, UnaryOperator<String> cells) {
        return new Section(
                id,
                words.apply(heading),
                sentences.stream().map(words).toList(),
                table.said(words, cells),
                chart == null ? null : chart.said(words),
                rows);
    }

    /** With no more rows than there is room for on a page. */
    public Section forPage() {
        var cut = chart != null && chart.bothEnds() ? table.cutToEnds(ON_A_PAGE) : table.cutTo(ON_A_PAGE);
        return new Section(id, heading, sentences, cut, chart, rows);
    }

    /**
     * Bars, one for each row.
     *
     * @param title what they show
     * @param label which column names them
     * @param series which columns they are made of, one behind the other
     * @param marker which column says up to where they could go; null for none
     * @param remark which column says something more about them; null for none
     * @param bothEnds whether of many rows the first and the last ones are what one would look at
     */
    public record Chart(
            String title,
            int label,
            List<Integer> series,
            @Nullable Integer marker,
            @Nullable Integer remark,
            boolean bothEnds) {

        private Chart said(UnaryOperator<String> words) {
            return new Chart(words.apply(title), label, series, marker, remark, bothEnds);
        }

        public Chart(String title, Integer... series) {
            this(title, 0, List.of(series), null, null, false);
        }
    }
}
