package org.reps.mentoring.askamentor;

import java.time.LocalDate;

/** A mentor who does not give a session that they were asked for. */
record DeclinedSession(String mentorId, LocalDate declinedOn) {}
