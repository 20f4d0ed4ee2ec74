/**
 * How the programme is doing, in figures by subject, without the cases that whoever reads is part of. How they are
 * shown is for {@code cockpit}.
 */
@NullMarked
package org.reps.mentoring.overview;

import org.jspecify.annotations.NullMarked;
