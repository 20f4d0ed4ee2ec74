/** What a process protects, and that a new version of it protects no less unless the operator lets it in. */
@NullMarked
package org.reps.mentoring.engine.protection;

import org.jspecify.annotations.NullMarked;
