/**
 * When few places are left with mentors, contacts decide whether mentors are asked for nominations:
 * {@code call-for-mentors}.
 */
@NullMarked
package org.reps.mentoring.callformentors;

import org.jspecify.annotations.NullMarked;
