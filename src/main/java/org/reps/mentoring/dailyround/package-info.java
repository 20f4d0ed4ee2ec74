/** Once a day the programme notices by itself what is due: {@code daily-round}. */
@NullMarked
package org.reps.mentoring.dailyround;

import org.jspecify.annotations.NullMarked;
