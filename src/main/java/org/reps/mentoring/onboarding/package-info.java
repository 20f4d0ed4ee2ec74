/** A rep gets a mentor and finds their feet ({@code rep-onboarding.bpmn}). */
@NullMarked
package org.reps.mentoring.onboarding;

import org.jspecify.annotations.NullMarked;
