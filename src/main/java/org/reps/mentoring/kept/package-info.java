/**
 * All that is kept of people, in one list, and how they are taken out of it: erasing, the file a person gets and a page
 * of the documentation are from it.
 */
@NullMarked
package org.reps.mentoring.kept;

import org.jspecify.annotations.NullMarked;
