/**
 * Everything that configures or extends Camunda, one room for each reason; here is what several of them need. Only
 * {@code people} and {@code cases} are for the rest of the house.
 */
@NullMarked
package org.reps.mentoring.engine;

import org.jspecify.annotations.NullMarked;
