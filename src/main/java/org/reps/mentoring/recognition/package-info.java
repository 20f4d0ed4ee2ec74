/** Anybody says whom they would like to recognise and for what: {@code recognise-somebody}. */
@NullMarked
package org.reps.mentoring.recognition;

import org.jspecify.annotations.NullMarked;
