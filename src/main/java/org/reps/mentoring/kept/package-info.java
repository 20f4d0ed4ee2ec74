/** What the programme keeps of a person. */
@NullMarked
package org.reps.mentoring.kept;

import org.jspecify.annotations.NullMarked;
