/**
 * All that is kept of people, in one list: the file a person gets, erasing and a page of the documentation are from it.
 */
@NullMarked
package org.reps.mentoring.kept;

import org.jspecify.annotations.NullMarked;
