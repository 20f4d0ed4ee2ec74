package org.reps.mentoring.handbook;

import java.util.List;

/**
 * A process, told in the language of whoever reads.
 *
 * @param process its key
 * @param about what it is for, in one or two sentences
 * @param facts what is to be known of it as a whole
 * @param stages as its cases show them, in their order
 * @param steps in the order in which somebody would tell them
 */
record Chapter(String process, String name, String about, List<Fact> facts, List<Stage> stages, List<Told> steps) {

    /** Something that is said of a process or of a step, under its heading. */
    record Fact(String label, String text) {}

    /**
     * A part of the way that cases show.
     *
     * @param key in English, as cases know it
     */
    record Stage(String key, String name) {}

    /**
     * A step.
     *
     * @param id in the diagram
     * @param number its place in the text, by which others point to it
     * @param kind what it is, for programs
     * @param what what it is, for people
     * @param level how many parts it stands in
     * @param stage the key of its stage; empty where it has none
     */
    record Told(
            String id,
            int number,
            String kind,
            String what,
            String name,
            int level,
            String stage,
            List<Fact> facts,
            List<Asking> questions,
            List<Letter> mails) {}

    /**
     * A question of a form.
     *
     * @param notes what else is to be known of it, such as that it has to be answered
     */
    record Asking(String label, String description, List<String> options, List<String> notes) {}

    /**
     * A mail, with the names of what is filled in in brackets.
     *
     * @param notice its file's name
     * @param because why somebody gets it
     */
    record Letter(String notice, String subject, String because, List<String> paragraphs) {}
}
