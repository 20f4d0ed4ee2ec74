package org.reps.mentoring.notice;

/**
 * A person was told something; announced inside the same transaction.
 *
 * @param mailId the mail that tells it
 * @param recipientId user id
 * @param notice name of the template
 * @param subject what it is about, as the recipient reads it
 */
public record Told(String mailId, String recipientId, String notice, String subject) {}
