/** What forms show, of a case and of what people have typed, and to whom. */
@NullMarked
package org.reps.mentoring.engine.shown;

import org.jspecify.annotations.NullMarked;
