/**
 * The file that a person gets of all that is kept about them. What is in it says {@code kept}; here it is put together
 * for whoever is logged in, and made a page and JSON. It changes with how people read it, and the list does not.
 */
@NullMarked
package org.reps.mentoring.everything;

import org.jspecify.annotations.NullMarked;
