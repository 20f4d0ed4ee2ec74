/** What mentor and mentee say of each other after a year, in confidence: {@code yearly-feedback}. */
@NullMarked
package org.reps.mentoring.feedback;

import org.jspecify.annotations.NullMarked;
