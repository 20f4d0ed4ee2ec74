/**
 * How it works, for everybody: each process as a page, and all rules in one table. It is made of diagrams, forms,
 * figures and mails whenever somebody asks, so it says what is true, and it says nothing of anybody.
 */
@NullMarked
package org.reps.mentoring.handbook;

import org.jspecify.annotations.NullMarked;
