/** What people say of themselves, in one place: {@code my-profile}, and whatever else asks them for it. */
@NullMarked
package org.reps.mentoring.profile;

import org.jspecify.annotations.NullMarked;
