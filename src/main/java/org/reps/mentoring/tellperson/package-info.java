/** What many are told, each is told in a case of their own: {@code tell-person}. */
@NullMarked
package org.reps.mentoring.tellperson;

import org.jspecify.annotations.NullMarked;
