/** Pages of our own outside of the web applications: how they are made and what they may do. */
@NullMarked
package org.reps.mentoring.page;

import org.jspecify.annotations.NullMarked;
