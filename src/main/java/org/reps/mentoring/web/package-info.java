/**
 * What every request and every answer passes, whatever is asked for: where it comes from, how large it may be, headers.
 */
@NullMarked
package org.reps.mentoring.web;

import org.jspecify.annotations.NullMarked;
