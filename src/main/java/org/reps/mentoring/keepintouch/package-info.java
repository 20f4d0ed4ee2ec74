/**
 * At the rhythm they have agreed, two who are together are asked whether they are in touch, and say at any time how
 * they would like to be: {@code keep-in-touch}, {@code how-we-keep-in-touch}.
 */
@NullMarked
package org.reps.mentoring.keepintouch;

import org.jspecify.annotations.NullMarked;
