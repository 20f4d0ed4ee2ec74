/** Mentors: the reps who guide others. */
@NullMarked
package org.reps.mentoring.mentor;

import org.jspecify.annotations.NullMarked;
