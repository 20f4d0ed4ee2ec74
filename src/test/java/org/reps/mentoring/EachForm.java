package org.reps.mentoring;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that is run with each {@link FormFile}. */
@ParameterizedTest
@MethodSource("org.reps.mentoring.FormFile#all")
@Retention(RetentionPolicy.RUNTIME)
@interface EachForm {}
