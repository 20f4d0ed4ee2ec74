/** The sample programme of the trial mode: people, mentorships and cases at different stages. */
@NullMarked
package org.reps.mentoring.sample;

import org.jspecify.annotations.NullMarked;
