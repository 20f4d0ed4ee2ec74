/** Mentorships: one mentor with one mentee, from beginning to end. */
@NullMarked
package org.reps.mentoring.mentorship;

import org.jspecify.annotations.NullMarked;
