/** What the diagrams in force draw and ask, without a case in them, for whoever explains them to people. */
@NamedInterface("drawn")
@NullMarked
package org.reps.mentoring.engine.drawn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
