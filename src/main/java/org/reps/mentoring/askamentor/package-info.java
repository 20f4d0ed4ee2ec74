/** A rep asks for one session on a skill, and a mentor who has time gives it: {@code ask-a-mentor}. */
@NullMarked
package org.reps.mentoring.askamentor;

import org.jspecify.annotations.NullMarked;
