/**
 * All that is kept of people, in one list: from it comes the file that a person gets, what erasing them takes away, and
 * a page of the documentation.
 */
@NullMarked
package org.reps.mentoring.kept;

import org.jspecify.annotations.NullMarked;
