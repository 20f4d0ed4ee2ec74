/**
 * The versions of processes: what they say, how two of them differ, what runs on them, and how cases get from one to
 * another. Who may do what of it is not decided here.
 */
@NamedInterface("versions")
@NullMarked
package org.reps.mentoring.engine.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
