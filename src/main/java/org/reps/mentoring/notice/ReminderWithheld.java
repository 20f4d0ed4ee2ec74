package org.reps.mentoring.notice;

import java.util.Map;

/**
 * A mentor who is away was not reminded of something; announced inside the same transaction.
 *
 * @param mentorId user id
 * @param notice name of the template
 * @param subjectId the id of what it is about
 * @param values what the template needs, so that somebody else can read what it is about in their language
 */
public record ReminderWithheld(String mentorId, String notice, String subjectId, Map<String, ?> values) {}
