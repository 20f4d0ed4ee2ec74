package org.reps.mentoring.kept;

import static org.reps.mentoring.kept.Column.Sealed.COUNCIL;
import static org.reps.mentoring.kept.Table.table;

import java.util.List;
import org.reps.mentoring.kept.Column.Sealed;

/**
 * How mentors come and go: who is silent, away or steps down, and who is on the way to become one. As in
 * {@link WhatIsKept}.
 */
final class OfMentors {

    private static final String IN_TRAINING = "training in (select id from training where rep_id = :person)";
    private static final String IN_RESIGNATION =
            "resignation in (select id from resignation where mentor_id = :person)";
    private static final String IN_INACTIVITY = "inactivity in (select id from inactivity where mentor_id = :person)";

    /** What the contacts say to a rep about a training, as opposed to what they keep for themselves. */
    private static final String SAID_TO_REP = "answer in ('ACCEPT', 'MORE', 'REFUSE')";

    private static final Sealed TRAINING = new Sealed(
            "'training:' || training",
            "case when " + SAID_TO_REP + " then 'answer,missing' else 'reason' end",
            "case when " + SAID_TO_REP
                    + " then 'person:' || (select t.rep_id from training t where t.id = training_decision.training)"
                    + " else 'council' end");

    static final List<Table> TABLES = List.of(
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
            // --- giving a session
            table("coaching_session", "Sessions that reps ask mentors for")
                    .of("asker", "asker_id = :person", "Sessions you asked for")
                    .of("mentor", "mentor_id = :person", "Sessions you were asked for, or gave")
                    .key("id", "uid", "sequence", "version")
                    .personNamed("asker_id", "Who asked", "mentor")
                    .personNamed("mentor_id", "Mentor", "asker")
                    .fact("skill", "What it is about")
                    .factOnly("by_name")
                    .fact("state", "How far it came")
                    .fact("asked_on", "Asked on")
                    .fact("starts_at", "When")
                    .words("place", "Where")
                    .words("worked_on", "What you worked on")
                    .words("what_next", "What comes next"),
            table("declined_session", "Who does not give one, or does not answer")
                    .of("mentor", "mentor_id = :person", "Sessions you did not give")
                    .of("asker", "coaching_session in (select id from coaching_session where asker_id = :person)", null)
                    .key("coaching_session")
                    .person("mentor_id")
                    .fact("declined_on", "On"),
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
                    .fact("held_on", "Held on"));

    private OfMentors() {}
}
