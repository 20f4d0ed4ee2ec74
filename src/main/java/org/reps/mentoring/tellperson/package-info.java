/**
 * What many are told, each is told in a case of their own, and what a round could not do for one: {@code tell-person}.
 */
@NullMarked
package org.reps.mentoring.tellperson;

import org.jspecify.annotations.NullMarked;
