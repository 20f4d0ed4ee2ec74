package org.reps.mentoring.rules;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of an exception: its message may stand in Cockpit when a step has failed with it, where the whole council reads it.
 * It is a complete sentence that says what to do, and holds nothing that somebody has written.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ToldInCockpit {}
