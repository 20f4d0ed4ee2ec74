/** What a link to a task leads to, for whoever follows it. */
@NamedInterface("links")
@NullMarked
package org.reps.mentoring.engine.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
