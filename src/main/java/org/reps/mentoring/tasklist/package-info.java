/** What is added to Tasklist: the addresses of our pages there, and what its own pages and forms ask for besides. */
@NullMarked
package org.reps.mentoring.tasklist;

import org.jspecify.annotations.NullMarked;
