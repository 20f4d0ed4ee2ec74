/** Who can log in, and the groups they are in. */
@NamedInterface("people")
@NullMarked
package org.reps.mentoring.engine.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
