/** What the engine keeps of a person who is erased. */
@NamedInterface("erasure")
@NullMarked
package org.reps.mentoring.engine.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
