/** What the diagrams say of who may do and see what, and who is part of a case. */
@NullMarked
package org.reps.mentoring.engine.rights;

import org.jspecify.annotations.NullMarked;
