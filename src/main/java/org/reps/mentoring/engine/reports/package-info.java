/**
 * What runs and what has been, in lists and figures, for whoever reads of the programme as a whole. They are large
 * questions to the tables, and no step of a process asks them.
 */
@NamedInterface("reports")
@NullMarked
package org.reps.mentoring.engine.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
