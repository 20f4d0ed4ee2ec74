package org.reps.mentoring.engine.people;

/**
 * Somebody who can log in.
 *
 * @param id user id
 * @param email where their mails go; empty when the programme has no address
 */
public record Person(String id, String firstName, String lastName, String email) {}
