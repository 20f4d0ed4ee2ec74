/** What belongs to a person, whatever they are in the programme: how they want to be reached. */
@NullMarked
package org.reps.mentoring.person;

import org.jspecify.annotations.NullMarked;
