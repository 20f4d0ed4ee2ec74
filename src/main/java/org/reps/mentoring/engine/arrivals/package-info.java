/**
 * Which account and groups somebody gets who arrives with an account from elsewhere, and who is not welcome. Nothing
 * here depends on how they sign in there.
 */
@NullMarked
package org.reps.mentoring.engine.arrivals;

import org.jspecify.annotations.NullMarked;
