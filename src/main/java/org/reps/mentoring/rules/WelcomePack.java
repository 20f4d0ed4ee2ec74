package org.reps.mentoring.rules;

/**
 * What the programme would like to say to each new rep, set as {@code mentoring.programme.welcome}; where it keeps more
 * of it, is {@link ProgrammeLinks#welcomePack()}.
 *
 * @param text in the programme's own words; empty where it is not set
 */
public record WelcomePack(String text) {}
