package org.reps.mentoring.kept;

import static org.reps.mentoring.kept.Table.elsewhere;
import static org.reps.mentoring.kept.Table.ofPeople;
import static org.reps.mentoring.kept.Table.table;
import static org.reps.mentoring.kept.Table.theirs;

import java.util.List;
import org.reps.mentoring.kept.Column.Sealed;

/**
 * All that is kept of people: each table of the programme, whose its rows are, and what each column says of them.
 *
 * <p>Two questions are answered for each row by hand. <em>Whose words are in it?</em> They go when one of these people
 * is erased. <em>In whose file is it?</em> Only where it is that person's own, or was said to them: not what others
 * said of them in confidence, nor that they did. Other people are named in it where the two meet anyhow.
 */
final class WhatIsKept {

    private static final String COUNCIL = "'council'";

    private static final String OF_MENTEE = "mentorship_id in (select id from mentorship where mentee_id = :person)";
    private static final String OF_MENTOR = "mentorship_id in (select id from mentorship where mentor_id = :person)";
    private static final String HOST_ONLY =
            "host_id = :person and mentorship_id not in (select id from mentorship where mentor_id = :person)";

    private static final String IN_CHECK_IN = "check_in in (select id from check_in where ";
    private static final String IN_TRAINING = "training in (select id from training where rep_id = :person)";
    private static final String IN_RESIGNATION =
            "resignation in (select id from resignation where mentor_id = :person)";
    private static final String IN_INACTIVITY = "inactivity in (select id from inactivity where mentor_id = :person)";
    private static final String IN_CHANGE =
            "request_id in (select id from change_request where :person in (mentee_id, mentor_id))";

    /** What the contacts say to a rep about a training, as opposed to what they keep for themselves. */
    private static final String SAID_TO_REP = "answer in ('ACCEPT', 'MORE', 'REFUSE')";

    private static final String ERASING_WISHED =
            "exists (select 1 from erasing_wish w where w.leaving_id = leaving.id)";

    private static final String CONTACTS_OWN = "kind <> 'CLOSING_REASON'";
    private static final String MENTORS_NOTES = "kind in ('FIRST_GOALS', 'NOTES_FOR_MENTEE')";

    private static final Sealed CHANGE_TOLD = new Sealed(
            "'change_request:' || (select d.request_id from change_decision d where d.id = change_told.change_decision)",
            "'news'",
            "'person:' || recipient_id");
    private static final Sealed TRAINING = new Sealed(
            "'training:' || training",
            "case when " + SAID_TO_REP + " then 'answer,missing' else 'reason' end",
            "case when " + SAID_TO_REP
                    + " then 'person:' || (select t.rep_id from training t where t.id = training_decision.training)"
                    + " else 'council' end");

    private static final Sealed LEAVING = new Sealed("'leaving:' || id", "'whyLeaving'", COUNCIL);
    private static final String TITLE_OF = "(select u.title from programme_update u where u.id = ";

    /** In the order in which they are in a file. */
    static final List<Table> TABLES = List.of(
            // --- who somebody is
            elsewhere("known_person", "Everybody who has, or ever had, an account")
                    .of("person", "id = :person", "Your place in the programme")
                    .person("id", "small")
                    .key("expected", "digest")
                    .fact("left_on", "Left on")
                    .fact("missing_since", "Your account is missing since"),
            theirs("profile", "What people say of themselves")
                    .of("person", "id = :person", "Your profile")
                    .person("id")
                    .words("about", "About you")
                    .list("skills", "Skills you have")
                    .key("version"),
            theirs("reach", "How people want to be reached")
                    .of("person", "id = :person", "How to reach you")
                    .person("id")
                    .words("how", "How to reach you")
                    .fact("seen_by", "Who may see it")
                    .key("version"),
            theirs("reading_language", "In which language people read")
                    .of("person", "id = :person", "Your language")
                    .person("id")
                    .fact("chosen", "Language you have chosen")
                    .fact("seen", "Language of your browser when you logged in last"),
            theirs("mail_choice", "What people choose about their mails")
                    .of("person", "id = :person", "Your mail settings")
                    .person("id")
                    .fact("digest", "A summary in the morning")
                    .fact("time_zone", "Time zone")
                    .fact("digested_on", "Last summary")
                    .key("version"),
            theirs("way_in", "Invitations, and how often a password was forgotten")
                    .of("person", "id = :person", "Your way in")
                    .person("id")
                    .fact("invited_at", "Invited at")
                    .fact("asked_at", "Somebody said that your password is forgotten at")
                    .factOnly("asked_since", "asked")
                    .key("version"),
            theirs("entry_link", "Links by which a password can be chosen")
                    .of("person", "person_id = :person", "Links to choose your password")
                    .key("hash", "mark", "version")
                    .person("person_id")
                    .fact("ends_at", "Works until")
                    .fact("used_at", "Used at"),
            // The row stays without the account, so that whoever is erased gets no other one by signing in once more.
            elsewhere("provider_identity", "Who somebody is where people sign in elsewhere, as hashes")
                    .of("person", "user_id = :person", "Signing in elsewhere")
                    .key("id", "said")
                    .personNamed("user_id", "The account that is connected is that of"),
            theirs("unreachable_person", "Whom no mail reaches")
                    .of("person", "id = :person", "Mails do not reach you")
                    .person("id")
                    .fact("since", "Since")
                    .key("version"),
            ofPeople("rep", "The members of the programme")
                    .of("rep", "id = :person", "You as a rep")
                    .person("id")
                    .fact("joined_on", "In the programme since")
                    .words("goals", "What you want to learn")
                    .words("note_for_mentor", "What a mentor should know")
                    .list("skills_wanted", "Skills you would like to learn")
                    .list("languages", "Languages you speak")
                    .words("time_zone", "Time zone")
                    .key("version"),
            ofPeople("mentor", "The reps who guide others")
                    .of("mentor", "id = :person", "You as a mentor")
                    .beside("cover", "cover = :person", null)
                    .person("id")
                    .fact("status", "Standing")
                    .fact("capacity", "How many mentees at most")
                    .list("skills", "Skills you can pass on")
                    .list("languages", "Languages you speak")
                    .words("time_zone", "Time zone")
                    .fact("away_from", "Away from")
                    .fact("away_until", "Away until")
                    .personNamed("cover", "Who covers for you")
                    .fact("no_new_mentees_until", "No new mentees until")
                    .fact("resigning_on", "Last day as a mentor")
                    .fact("answered_on", "Last completed a task on")
                    .key("version"),
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
            table("goal_change", "The goals of two who are together, each time one of them writes or ticks one")
                    .of("mentee", OF_MENTEE, "Goals of you and your mentor")
                    .of("mentor", OF_MENTOR, "Goals of you and your mentees")
                    .key("id", "goal_id", "mentorship_id", "number", "version")
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
            table("check_in", "The yearly check-ins")
                    .of("mentee", OF_MENTEE, "Yearly check-ins with your mentor")
                    .of("mentor", OF_MENTOR, "Yearly check-ins with your mentees")
                    .of("host", HOST_ONLY, "Yearly check-ins you held in the place of their mentor")
                    .key("id", "mentorship_id", "version")
                    .fact("due_on", "Due on")
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
                    .sealed("text", "Words", CHANGE_TOLD),
            // --- mentors who do not answer, are away, or step down
            table("inactivity", "Mentors who are asked whether they are still there")
                    .of("mentor", "mentor_id = :person", "When you were asked whether you are still there")
                    .key("id", "version")
                    .person("mentor_id", "open_mentor")
                    .fact("began_on", "Asked since")
                    .factOnly("round")
                    .fact("outcome", "Outcome")
                    .fact("ended_on", "Ended on"),
            table("inactivity_report", "What it began with, without who said it")
                    .of("mentor", IN_INACTIVITY, null)
                    .key("id", "inactivity")
                    .factOnly("source", "reported_on"),
            table("inactivity_decision", "What the council decides about it")
                    .beside("member", "member_id = :person", "What you decided about mentors who did not answer")
                    .key("inactivity", "round")
                    .person("member_id")
                    .fact("decided_on", "Decided on")
                    .fact("answer", "Decision"),
            table("absence", "When mentors are away")
                    .of("mentor", "mentor_id = :person", "When you are away")
                    .of("cover", "cover = :person", "When you cover for somebody who is away")
                    .of("told", "told_cover = :person", null)
                    .beside("asked", ":person = any(cannot_cover)", "When you could not cover for somebody")
                    .key("id", "version")
                    .personNamed("mentor_id", "For", "cover")
                    .person("open_mentor", "told_cover")
                    .fact("announced_on", "Announced on", "mentor")
                    .fact("away_from", "From")
                    .fact("away_until", "Until")
                    .personNamed("cover", "Who covers for you", "mentor")
                    .people("cannot_cover")
                    .words("message", "Message to your mentees", "mentor")
                    .fact("state", "State", "mentor")
                    .fact("ended_on", "Ended on", "mentor")
                    .factOnly("cover_lost", "mentees_told"),
            table("resignation", "When mentors step down")
                    .of("mentor", "mentor_id = :person", "Stepping down as a mentor")
                    .beside("contact", "acknowledged_by = :person", "Resignations you acknowledged")
                    .key("id", "version")
                    .person("mentor_id", "open_mentor", "acknowledged_by")
                    .fact("began_on", "Began on", "mentor")
                    .fact("last_day", "Last day", "mentor")
                    .sealed(
                            "reason",
                            "Reason",
                            new Sealed("'resignation:' || id", "'whySteppingDown'", COUNCIL),
                            "mentor")
                    .words("message", "Message to your mentees", "mentor")
                    .fact("acknowledged_on", "Acknowledged on")
                    .fact("state", "State", "mentor")
                    .fact("ended_on", "Ended on", "mentor"),
            table("recommendation", "Whom they recommend to their mentees")
                    .of("mentor", IN_RESIGNATION, "What you recommended to your mentees")
                    .of("mentee", "mentee_id = :person", null)
                    .beside("successor", "successor_id = :person", null)
                    .key("resignation")
                    .personNamed("mentee_id", "For", "mentor")
                    .person("successor_id")
                    .sealed(
                            "why_nobody",
                            "Why nobody",
                            new Sealed("'resignation:' || resignation", "'recommendations'", COUNCIL),
                            "mentor"),
            // --- becoming a mentor
            table("training", "The way of reps to become mentors")
                    .of("rep", "rep_id = :person", "Becoming a mentor")
                    .beside("nominator", "nominated_by = :person", "Reps you nominated as mentors")
                    .key("id", "version")
                    .person("rep_id", "open_rep", "nominated_by")
                    .fact("began_on", "Began on")
                    .fact("state", "How far you came", "rep")
                    .words("motivation", "Why you would like to become a mentor", "rep")
                    .list("languages", "Languages you speak", "rep")
                    .list("skills", "Skills you can pass on", "rep")
                    .fact("capacity", "How many mentees at most", "rep")
                    .words("time_zone", "Time zone", "rep")
                    .fact("ended_on", "Ended on", "rep"),
            table("training_report", "What they say of the training")
                    .of("rep", IN_TRAINING, "What you said of the training")
                    .key("training", "place")
                    .fact("reported_on", "Said on")
                    .fact("finished_on", "Finished on")
                    .words("certificate", "Certificate")
                    .words("narrative", "What you practised and learned")
                    .fact("practice_on", "Practice week"),
            table("training_decision", "What contacts decide about it")
                    .of("rep", IN_TRAINING + " and " + SAID_TO_REP, "What you were answered about the training")
                    .of("decider", "decided_by = :person", "What you decided about trainings")
                    .of("everything of the rep", IN_TRAINING, null)
                    .key("training", "place")
                    .person("decided_by")
                    .fact("decided_on", "On")
                    .fact("answer", "Decision")
                    .sealed("text", "Words", TRAINING),
            table("training_call", "The on-boarding call")
                    .of("rep", IN_TRAINING, "Your on-boarding call")
                    .of("host", ":person in (host_id, former_host_id)", "On-boarding calls you were to hold")
                    .key("training", "uid", "sequence")
                    .personNamed("host_id", "Who holds it", "rep")
                    .person("former_host_id")
                    .fact("starts_at", "Begins")
                    .words("place", "Where")
                    .fact("not_come", "How often you did not come", "rep")
                    .fact("held_on", "Held on"),
            // --- news
            table("programme_update", "News for everybody")
                    .of("author", "author_id = :person", "News you announced")
                    .key("id", "version")
                    .person("author_id")
                    .fact("announced_at", "Announced at")
                    .wordsFor("title", "Title", "'(erased)'")
                    .wordsFor("open_title", null, "id")
                    .words("text", "Text")
                    .words("link", "Link")
                    .fact("pass_on_until", "To be passed on until")
                    .fact("state", "State")
                    .fact("ended_on", "Ended on"),
            table("passing_on", "Mentors who pass them on")
                    .of("mentor", "mentor_id = :person", "News you were asked to pass on")
                    .beside("mentee", ":person = any(mentees)", null)
                    .key("id", "update_id", "version")
                    .person("mentor_id")
                    .people("mentees")
                    .told("news", "News", TITLE_OF + "passing_on.update_id)")
                    .fact("answer", "Answer"),
            table("update_recipient", "Who has heard them")
                    .beside("person", "person_id = :person", "News that reached you")
                    .key("id", "update_id", "version")
                    .person("person_id")
                    .told("news", "News", TITLE_OF + "update_recipient.update_id)")
                    .fact("way", "How"),
            // --- leaving
            table("leaving", "The way out of the programme")
                    .of("self", "person_id = :person and said_by = :person", "Leaving the programme")
                    .of(
                            "person",
                            "person_id = :person and (said_by is null or said_by <> :person)",
                            "When somebody said that you leave, or noticed that you are gone")
                    .of("contact", "said_by = :person and person_id <> :person", "When you said that somebody leaves")
                    .key("id", "version")
                    .person("person_id", "open_person", "said_by")
                    .fact("began_on", "Said on")
                    .fact("last_day", "Last day", "self", "person")
                    .sealed("reason", "Reason", LEAVING, "self", "contact")
                    .words("message", "Message to your mentor and mentees", "self")
                    .fact("state", "State", "self", "person")
                    .told("wish", "To be erased, as you wished", ERASING_WISHED, "self")
                    .fact("ended_on", "Ended on", "self", "person"),
            elsewhere("mail", "Mails, sent or waiting")
                    .of("recipient", "recipient_id = :person and state = 'SENT'", "Mails you got")
                    .beside("other", "other_id = :person", null)
                    .key("id", "notice", "matter", "version")
                    .person("recipient_id", "other_id")
                    .fact("sent_at", "Sent at")
                    .words("subject", "Subject")
                    .words("text", null)
                    .words("html", null)
                    .words("invitation", null)
                    .words("dedupe_key", null)
                    .factOnly("state", "written_at", "useful_until"),
            elsewhere("erasing", "Whoever is going to be erased, or was")
                    .person("open_person", "asked_by")
                    .key("id", "reason", "began_on", "back_until", "state", "ended_on", "version"),
            elsewhere("erasing_wish", "In which leaving they wish it").key("leaving_id"),
            // --- what is sealed, and about nobody
            elsewhere("sealed_text", "Confidential texts; their readers may be people")
                    .key("id", "key_id", "sealed", "case_id", "owner", "field", "version")
                    .words("reader", null),
            elsewhere("earlier_text", "Confidential texts of earlier releases, as long as they wait to be sealed anew")
                    .key("id", "key_id", "sealed", "case_id", "owner", "field")
                    .words("reader", null),
            elsewhere("forgotten_owner", "What was forgotten a moment ago").key("owner"),
            elsewhere("key_store", "Which database has the keys").key("id", "only_row"),
            elsewhere("turn_to_begin", "By which mentorships begin one after the other")
                    .key("id"));

    private WhatIsKept() {}

    private static Sealed feedback(String field) {
        return new Sealed("'feedback:' || id", "'" + field + "'", "'council-but:' || about_id");
    }

    private static Sealed change(String field) {
        return new Sealed("'change_request:' || id", "'" + field + "'", COUNCIL);
    }
}
