package org.reps.mentoring.agenda;

import java.util.List;

/**
 * What two could talk about, in the language of whoever reads it.
 *
 * @param parts in the order in which they could talk about it
 */
public record Agenda(String title, String intro, List<Part> parts) {

    /**
     * A part of it.
     *
     * @param text may be empty
     * @param points one by one; may be empty
     * @param links where the programme says more
     */
    public record Part(String title, String text, List<String> points, List<Link> links) {

        static Part of(String title, String text, List<String> points) {
            return new Part(title, text, points, List.of());
        }
    }

    /** @param address outside the application, as the operator has named it */
    public record Link(String label, String address) {}
}
