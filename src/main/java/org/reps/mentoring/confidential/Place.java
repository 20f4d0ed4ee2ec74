package org.reps.mentoring.confidential;

import java.util.List;

/**
 * Where a sealed text belongs, and who reads it. All of it is bound to the text: anywhere else, and for anybody else,
 * it stays closed.
 *
 * @param owner the case or the record that it belongs to and is forgotten with
 * @param field name of the field it is written in or shown in; several with commas between them
 * @param reader one of those made here
 */
public record Place(String owner, String field, String reader) {

    private static final String HOLDER = "holder";
    private static final String COUNCIL = "council";
    private static final String COUNCIL_BUT = "council-but:";
    private static final String PERSON = "person:";

    public Place {
        if ((owner + field + reader).indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A place is written in one line");
        }
    }

    /** In a case, for whoever has a task of this case that shows it, and has it by right. */
    public static Place inCase(String caseId, String field) {
        return new Place(caseId, field, HOLDER);
    }

    /** In a record, for the council. */
    public static Place forCouncil(String owner, String field) {
        return new Place(owner, field, COUNCIL);
    }

    /** In a record, for the council without the person it is about. */
    public static Place forCouncilBut(String userId, String owner, String field) {
        return new Place(owner, field, COUNCIL_BUT + userId);
    }

    /** In a record, for one person. */
    public static Place forPerson(String userId, String owner, String field) {
        return new Place(owner, field, PERSON + userId);
    }

    /** As which a person is named where it is said who reads a text, or who does not. */
    static List<String> namesOf(String userId) {
        return List.of(PERSON + userId, COUNCIL_BUT + userId);
    }

    boolean isReadBy(Reader person) {
        if (reader.startsWith(PERSON)) {
            return reader.equals(PERSON + person.userId());
        }
        if (reader.startsWith(COUNCIL_BUT)) {
            return person.isInCouncil() && !reader.equals(COUNCIL_BUT + person.userId());
        }
        return reader.equals(HOLDER) || (reader.equals(COUNCIL) && person.isInCouncil());
    }
}
