/**
 * One meeting a year for each mentorship, after which it is extended or the mentor is changed: {@code yearly-check-in}.
 */
@NullMarked
package org.reps.mentoring.checkin;

import org.jspecify.annotations.NullMarked;
