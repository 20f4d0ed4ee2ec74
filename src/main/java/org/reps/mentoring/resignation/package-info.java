/** A mentor steps down well, and no mentee is forgotten: {@code mentor-resignation}. */
@NullMarked
package org.reps.mentoring.resignation;

import org.jspecify.annotations.NullMarked;
