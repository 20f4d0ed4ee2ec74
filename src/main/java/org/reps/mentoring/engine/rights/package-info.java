/** Who may do and see what: what each group is granted, and what is out of sight for whoever is part of it. */
@NullMarked
package org.reps.mentoring.engine.rights;

import org.jspecify.annotations.NullMarked;
