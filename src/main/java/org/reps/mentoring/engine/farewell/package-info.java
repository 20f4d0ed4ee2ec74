/** What becomes of the cases and tasks of somebody who has left. */
@NamedInterface("farewell")
@NullMarked
package org.reps.mentoring.engine.farewell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
