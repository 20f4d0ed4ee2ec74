/** What is added to Cockpit for the council: the addresses of our pages there, and the history. */
@NullMarked
package org.reps.mentoring.cockpit;

import org.jspecify.annotations.NullMarked;
