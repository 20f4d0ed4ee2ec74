/** What people read in their own language: which one that is, and the words beside the English ones. */
@NullMarked
package org.reps.mentoring.language;

import org.jspecify.annotations.NullMarked;
