/** Where cases stand, and who is awaited in them, in the words of their diagrams, for those on whose page they are. */
@NamedInterface("stages")
@NullMarked
package org.reps.mentoring.engine.stages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
