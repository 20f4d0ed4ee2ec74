/** Who is shown how somebody can be reached; what they have said is in {@code person}. */
@NullMarked
package org.reps.mentoring.reach;

import org.jspecify.annotations.NullMarked;
