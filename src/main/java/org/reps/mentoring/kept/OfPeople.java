package org.reps.mentoring.kept;

import static org.reps.mentoring.kept.Table.elsewhere;
import static org.reps.mentoring.kept.Table.ofPeople;
import static org.reps.mentoring.kept.Table.theirs;

import java.util.List;

/**
 * Who somebody is: what they have said of themselves, how mails reach them, how they get in, and what they are. As in
 * {@link WhatIsKept}.
 */
final class OfPeople {

    static final List<Table> TABLES = List.of(
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
                    .fact("sessions_a_month", "How many sessions a month you give")
                    .fact("resigning_on", "Last day as a mentor")
                    .fact("answered_on", "Last completed a task on")
                    .key("version"));

    private OfPeople() {}
}
