package org.reps.mentoring.notice;

/**
 * A mentor who is away was not reminded of something; announced inside the same transaction.
 *
 * @param mentorId user id
 * @param notice name of the template
 * @param subjectId the id of what it is about
 * @param subject what it is about, as the mentor would have read it
 */
public record ReminderWithheld(String mentorId, String notice, String subjectId, String subject) {}
