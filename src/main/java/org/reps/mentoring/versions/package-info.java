/**
 * The page on which analysts, the council and the operator see the versions of processes and go from one to another.
 */
@NullMarked
package org.reps.mentoring.versions;

import org.jspecify.annotations.NullMarked;
