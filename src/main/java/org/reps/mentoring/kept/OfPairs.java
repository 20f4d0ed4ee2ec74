package org.reps.mentoring.kept;

import static org.reps.mentoring.kept.Column.Sealed.COUNCIL;
import static org.reps.mentoring.kept.Table.table;

import java.util.List;
import org.reps.mentoring.kept.Column.Sealed;

/**
 * What is kept of two people: how they found each other, what they do together, and how one of them got another mentor.
 * As in {@link WhatIsKept}.
 */
final class OfPairs {

    private static final String OF_MENTEE = "mentorship_id in (select id from mentorship where mentee_id = :person)";
    private static final String OF_MENTOR = "mentorship_id in (select id from mentorship where mentor_id = :person)";
    private static final String HOST_ONLY =
            "host_id = :person and mentorship_id not in (select id from mentorship where mentor_id = :person)";
    private static final String IN_CHECK_IN = "check_in in (select id from check_in where ";
    private static final String IN_CHANGE =
            "request_id in (select id from change_request where :person in (mentee_id, mentor_id))";
    private static final String CONTACTS_OWN = "kind <> 'CLOSING_REASON'";
    private static final String MENTORS_NOTES = "kind in ('FIRST_GOALS', 'NOTES_FOR_MENTEE')";

    private static final Sealed CHANGE_TOLD = new Sealed(
            "'change_request:' || (select d.request_id from change_decision d where d.id = change_told.change_decision)",
            "'news'",
            "'person:' || recipient_id");

    static final List<Table> TABLES = List.of(
            // --- looking for a mentor
            table("onboarding", "The way of reps to a mentor")
                    .of("rep", "rep_id = :person", "Looking for a mentor")
                    .beside(
                            "starter",
                            "started_by = :person and rep_id <> :person",
                            "Looking for a mentor for somebody else")
                    .key("id", "version")
                    .person("rep_id", "open_rep", "started_by")
                    .fact("began_on", "Began on")
                    .fact("call_held_on", "Orientation call", "rep")
                    .fact("outcome", "How it ended", "rep")
                    .fact("ended_on", "Ended on", "rep"),
            table("onboarding_note", "What is written down on that way")
                    .of(
                            "rep",
                            "onboarding in (select id from onboarding where rep_id = :person) and " + CONTACTS_OWN,
                            "What was written down while you found your feet")
                    .of(
                            "mentor",
                            MENTORS_NOTES + " and onboarding in (select o.id from onboarding o join mentorship m on"
                                    + " m.mentee_id = o.rep_id where m.mentor_id = :person and o.call_held_on >="
                                    + " m.began_on and (m.ended_on is null or m.ended_on >= o.call_held_on))",
                            "What you wrote down in orientation calls")
                    .of(
                            "everything of the rep",
                            "onboarding in (select id from onboarding where rep_id = :person)",
                            null)
                    .key("onboarding")
                    .fact("kind", "What it is")
                    .sealed("text", "Words", new Sealed("'onboarding:' || onboarding", "'closingReason'", COUNCIL)),
            table("matching_note", "What was answered while a mentor was looked for")
                    .of(
                            "rep",
                            "mentee_id = :person and answer = 'The rep would like somebody else'",
                            "Proposals you did not take")
                    .of(
                            "mentor",
                            "mentor_id = :person and answer in ('Not now', 'The mentor said no', 'The mentor did not"
                                    + " answer')",
                            "What you answered when a rep looked for a mentor")
                    .of("both", ":person in (mentee_id, mentor_id)", null)
                    .key("id", "version")
                    .person("mentee_id", "mentor_id")
                    .fact("noted_on", "On")
                    .fact("answer", "Answer")
                    .sealed("reason", "Why", new Sealed("'matching_note:' || id", "'answers'", COUNCIL)),
            // --- being together
            table("mentorship", "Who guides whom")
                    .of("mentee", "mentee_id = :person", "Mentorships in which you are guided")
                    .of("mentor", "mentor_id = :person", "Mentorships in which you guide")
                    .key("id", "version")
                    .personNamed("mentor_id", "Mentor", "mentee")
                    .personNamed("mentee_id", "Mentee", "mentor")
                    .person("running_mentee")
                    .fact("began_on", "Began on")
                    .fact("committed_until", "Committed until")
                    .fact("extended", "How often you agreed on one more commitment")
                    .words("channel", "How you keep in touch")
                    .fact("contact_every", "How often")
                    .fact("ended_on", "Ended on")
                    .fact("end_reason", "Why it ended"),
            table("goal_change", "Goals and plans of two who are together, each time one writes or ticks something")
                    .of("mentee", OF_MENTEE, "Goals and plans of you and your mentor")
                    .of("mentor", OF_MENTOR, "Goals and plans of you and your mentees")
                    .key("id", "goal_id", "mentorship_id", "plan", "number", "version")
                    .fact("kind", "What was done")
                    .words("words", "Goal")
                    .personNamed("changed_by", "By")
                    .fact("changed_at", "At"),
            table("first_call", "The first call of two who are together for the first time")
                    .of(
                            "mentee",
                            "id in (select id from mentorship where mentee_id = :person)",
                            "First call with your mentor")
                    .of(
                            "mentor",
                            "id in (select id from mentorship where mentor_id = :person)",
                            "First calls with your mentees")
                    .key("id", "uid", "sequence", "version")
                    .fact("starts_at", "Arranged for")
                    .words("place", "Where")
                    .fact("held_on", "Held on"),
            table("keep_in_touch", "How two who are together keep in touch, until they are apart")
                    .of(
                            "mentee",
                            "id in (select id from mentorship where mentee_id = :person)",
                            "Keeping in touch with your mentor")
                    .of(
                            "mentor",
                            "id in (select id from mentorship where mentor_id = :person)",
                            "Keeping in touch with your mentees")
                    .key("id", "uid", "sequence", "version")
                    .fact("next_on", "When you are asked next")
                    .fact("talked_on", "Talked last on")
                    .fact("missed", "How often in a row you could not say that you talked")
                    .fact("asked", "Who is asked now")
                    .fact("mentor_asked", "You are asked", "mentor")
                    .fact("mentee_asked", "You are asked", "mentee")
                    .fact("starts_at", "A call that stands in both calendars, first at")
                    .fact("zone", "Time zone")
                    .words("place", "Where")
                    .fact("every", "How often"),
            table("check_in", "The yearly check-ins")
                    .of("mentee", OF_MENTEE, "Yearly check-ins with your mentor")
                    .of("mentor", OF_MENTOR, "Yearly check-ins with your mentees")
                    .of("host", HOST_ONLY, "Yearly check-ins you held in the place of their mentor")
                    .key("id", "mentorship_id", "version")
                    .fact("due_on", "Due on")
                    .fact("hold_by", "To be held by")
                    .personNamed("host_id", "Who holds the meeting", "mentee", "mentor")
                    .fact("not_come", "How often the mentee did not come", "mentee", "mentor")
                    .fact("mentor_continues", "You would go on", "mentor")
                    .fact("mentee_continues", "You would go on", "mentee")
                    .fact("outcome", "Outcome", "mentee")
                    // Of a change of mentor they are told by it itself.
                    .told("ended", "Outcome", "case when outcome <> 'CHANGE' then outcome end", "mentor")
                    .sealed("drop_reason", null, new Sealed("'check_in:' || id", "'dropReason'", COUNCIL)),
            table("later_check_in", "Check-ins that were overdue when the programme moved in")
                    .of("mentee", OF_MENTEE, "When the first yearly check-in with your mentor begins")
                    .of("mentor", OF_MENTOR, "When the first yearly check-ins with your mentees begin")
                    .key("mentorship_id")
                    .fact("begins_on", "Not before"),
            table("check_in_meeting", "When people meet for it")
                    .of("mentee", IN_CHECK_IN + OF_MENTEE + ")", "Meetings of check-ins with your mentor")
                    .of("mentor", IN_CHECK_IN + OF_MENTOR + ")", "Meetings of check-ins with your mentees")
                    .of(
                            "host",
                            IN_CHECK_IN + HOST_ONLY + ")",
                            "Meetings of check-ins you held in the place of their mentor")
                    .key("check_in", "uid", "sequence")
                    .fact("starts_at", "Begins")
                    .words("place", "Where"),
            // It is the plan of the two, and stays theirs when whoever held the meeting for the mentor is erased.
            table("check_in_plan", "What the two agree on in it")
                    .of("mentee", IN_CHECK_IN + OF_MENTEE + ")", "What you and your mentor agreed on")
                    .of("mentor", IN_CHECK_IN + OF_MENTOR + ")", "What you and your mentees agreed on")
                    .beside("host", IN_CHECK_IN + HOST_ONLY + ")", "What you wrote down in the place of their mentor")
                    .key("check_in")
                    .fact("held_on", "Held on")
                    .words("plans", "Plans for the year")
                    .words("support", "Support that is needed")
                    .words("channel", "How you keep in touch")
                    .fact("contact_every", "How often")
                    .words("mentee_remark", "What the mentee says is not right", "mentee", "mentor"),
            table("feedback", "What two say of each other after a year")
                    .of("author", "id in (:given)", "Feedback you gave")
                    .of("about", "about_id = :person", null)
                    .key("id", "version")
                    .personNamed("about_id", "About")
                    .counted("author", null, feedback("author"))
                    .fact("author_role", "You as a")
                    .fact("given_at", "Given at")
                    .fact("name_visible", "The council may see your name")
                    .fact("availability", "Easy to reach (1 to 5)")
                    .fact("listening", "Listens (1 to 5)")
                    .fact("usefulness", "Useful (1 to 5)")
                    .fact("clarity", "Clear what each of you does (1 to 5)")
                    .sealed("what_helped", "What helped", feedback("whatHelped"))
                    .sealed("what_better", "What could be better", feedback("whatBetter"))
                    .fact("functions", "What a mentor is for"),
            table("feedback_reading", "Who in the council has read feedback")
                    .beside("reader", "reader_id = :person", "Feedback you have read for the council")
                    .key("id", "feedback_id", "version")
                    .person("reader_id")
                    .fact("read_at", "Read at"),
            // --- another mentor
            table("change_request", "Another mentor: the wish, or the need")
                    .of("wish", "started_by = :person and mentee_id = :person", "Your wish for another mentor")
                    .of(
                            "mentee",
                            "mentee_id = :person and (started_by is null or started_by <> :person) and state <> 'ASKED'",
                            "Changes of your mentor")
                    .of(
                            "starter",
                            "started_by = :person and mentee_id <> :person",
                            "Changes of mentor you asked for, for somebody else")
                    .of("everybody", ":person in (mentee_id, mentor_id)", null)
                    .beside("wished", "wished_mentor_id = :person", null)
                    .key("id", "mentorship_id", "version")
                    .person("mentee_id", "open_mentee", "started_by", "wished_mentor_id")
                    .personNamed("mentor_id", "Mentor until then", "wish", "mentee")
                    .fact("began_on", "Began on")
                    .fact("wished_route", "How you wished it to happen", "wish")
                    .counted("category", "Kind of reason", change("category"), "wish", "starter")
                    .sealed("reason", "Reason", change("reason"), "wish", "starter")
                    .factOnly("source")
                    .fact("state", "What became of it", "wish", "mentee")
                    .fact("ended_on", "Ended on", "wish", "mentee"),
            table("change_decision", "What was decided about it")
                    .of("decider", "decided_by = :person", "What you decided about changes of mentor")
                    .of("party", IN_CHANGE, null)
                    .key("id", "request_id", "place", "mentorship_id")
                    .person("decided_by")
                    .factOnly("route")
                    .fact("decided_at", "Decided at")
                    .fact("outcome", "Decision")
                    .sealed(
                            "reason",
                            "Your reason",
                            new Sealed("'change_request:' || request_id", "'decided'", COUNCIL)),
            table("change_told", "What people are told because of it")
                    .of("told", "recipient_id = :person", "What you were told about a change of mentor")
                    .of(
                            "about",
                            "change_decision in (select d.id from change_decision d where d.decided_by = :person or d."
                                    + IN_CHANGE + ")",
                            null)
                    .key("change_decision")
                    .person("recipient_id")
                    .factOnly("notice")
                    .sealed("text", "Words", CHANGE_TOLD));

    private OfPairs() {}

    private static Sealed feedback(String field) {
        return new Sealed("'feedback:' || id", "'" + field + "'", "'council-but:' || about_id");
    }

    private static Sealed change(String field) {
        return new Sealed("'change_request:' || id", "'" + field + "'", COUNCIL);
    }
}
