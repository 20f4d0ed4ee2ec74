/** After a change of mentor the new pair arranges a first call: {@code first-call}. */
@NullMarked
package org.reps.mentoring.firstcall;

import org.jspecify.annotations.NullMarked;
