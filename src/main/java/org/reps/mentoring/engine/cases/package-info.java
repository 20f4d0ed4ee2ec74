/** Reading and noticing cases and tasks, for pages and steps. */
@NamedInterface("cases")
@NullMarked
package org.reps.mentoring.engine.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
