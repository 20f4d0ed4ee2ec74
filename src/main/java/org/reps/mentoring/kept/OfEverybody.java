package org.reps.mentoring.kept;

import static org.reps.mentoring.kept.Column.Sealed.COUNCIL;
import static org.reps.mentoring.kept.Table.elsewhere;
import static org.reps.mentoring.kept.Table.table;

import java.util.List;
import org.reps.mentoring.kept.Column.Sealed;

/**
 * What everybody has to do with, whatever they are: news, leaving, mails, being erased, and what is kept sealed. As in
 * {@link WhatIsKept}.
 */
final class OfEverybody {

    private static final String ERASING_WISHED =
            "exists (select 1 from erasing_wish w where w.leaving_id = leaving.id)";
    private static final Sealed LEAVING = new Sealed("'leaving:' || id", "'whyLeaving'", COUNCIL);
    private static final String TITLE_OF = "(select u.title from programme_update u where u.id = ";

    static final List<Table> TABLES = List.of(
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
            // --- what people say of the programme and of each other
            table("suggestion", "What could be better")
                    .of("author", "author_id = :person", "What you suggested")
                    .key("id", "process", "step", "process_name", "version")
                    .person("author_id", "answered_by")
                    .fact("suggested_at", "Suggested at")
                    .fact("named", "Everybody may read your name")
                    .fact("step_name", "Step it is about")
                    .words("about_what", "What it is about")
                    .words("words", "What you suggested")
                    .fact("state", "What became of it")
                    .words("answer", "Answer of the council")
                    .fact("answered_at", "Answered at")
                    .wordsFor("open_key", null, "id"),
            table("recognition", "What people recognise in each other")
                    .of("author", "author_id = :person", "What you recognised in others")
                    .of("person", "person_id = :person and state = 'PASSED_ON'", "What others recognise in you")
                    .of("unread", "person_id = :person and state <> 'PASSED_ON'", null)
                    .key("id", "version")
                    .personNamed("author_id", "Who says so", "person")
                    .personNamed("person_id", "Of whom", "author")
                    .person("answered_by")
                    .fact("recognised_at", "Written at")
                    .words("words", "For what")
                    .fact("state", "What became of it", "author")
                    .words("answer", "Why it was not passed on", "author")
                    .fact("shown", "Everybody may read it", "person")
                    .factOnly("answered_at")
                    .wordsFor("open_key", null, "id"),
            // --- the calls of all mentors
            table("mentors_call", "Calls of all mentors")
                    .of("host", "host_id = :person", "Calls of all mentors that you held")
                    .key("id", "open_key", "uid", "sequence", "version")
                    .person("host_id")
                    .fact("starts_at", "Begins at")
                    .fact("state", "State")
                    .factOnly("first_at", "turn_at", "zone", "often", "announced", "changed")
                    .words("place", "Where")
                    .words("word", "Why it was not held")
                    .words("notes", "What was said")
                    .words("decisions", "What was decided")
                    .words("news_title", "Title of news for reps")
                    .words("news", "News for reps"),
            table("call_question", "What was to be talked about in them")
                    .of("author", "author_id = :person", "What you wanted to talk about in calls of all mentors")
                    .key("id", "call_id", "version")
                    .person("author_id")
                    .fact("asked_at", "Written at")
                    .words("words", "What you wrote")
                    .wordsFor("open_key", null, "null"),
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
            elsewhere("call_for_mentors", "When the contacts are asked to call for mentors")
                    .key("id", "version")
                    .factOnly("under_way", "not_before"),
            // --- who works on the diagrams
            table("deployed_version", "Who has deployed a version of diagrams and forms")
                    .of("author", "author_id = :person", "Versions of diagrams you deployed")
                    .key("deployment_id")
                    .person("author_id")
                    .fact("deployed_at", "At"),
            table("moved_cases", "When cases were moved to another version of their process")
                    .of("mover", "moved_by = :person", "Cases you moved to another version")
                    .key("id")
                    .person("moved_by")
                    .fact("process", "Process")
                    .fact("from_version", "From version")
                    .fact("to_version", "To version")
                    .fact("only_failed", "Only those that had failed")
                    .fact("moved", "How many were moved")
                    .fact("stayed", "How many stayed")
                    .fact("moved_at", "At"),
            table("settled_release", "What a release brought and analysts did not take")
                    .of("settler", "settled_by = :person", "What you did not take of a release")
                    .key("fingerprint")
                    .person("settled_by")
                    .fact("process", "Process")
                    .fact("settled_at", "At"),
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
                    .key("id"),
            elsewhere("turn_to_register", "By which people who are found are registered one after the other")
                    .key("id"),
            elsewhere("turn_to_deploy", "By which versions are brought into force one after the other")
                    .key("id"));

    private OfEverybody() {}
}
