/**
 * Everything that configures or extends Camunda, one room for each reason; here is what several of them need. Which of
 * them are for the rest of the house says {@code RoomsTest}.
 */
@NullMarked
package org.reps.mentoring.engine;

import org.jspecify.annotations.NullMarked;
