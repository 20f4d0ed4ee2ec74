package org.reps.mentoring.story;

import java.util.Map;

/** A way to reach the programme: the engine's services, HTTP or a browser. */
public interface Driver {

    /** Opens the form with which a process begins, fills it in and submits it. */
    void start(String userId, String process, Map<String, Object> answers);

    /** Takes the task if it is offered to this person, opens its form, fills it in and submits it. */
    void complete(String userId, UserTask task, Map<String, Object> answers);

    /** Waits until this person has, or could take, the task. */
    void sees(String userId, UserTask task);

    /** Waits until this person has got a mail with these words in its subject. */
    void getsMail(String userId, String subject);

    /** It is time for what a timer event in the case about this person waits for. */
    void timeFor(String event, String subjectId);
}
