/** What the running JDK knows of the world, as people name it: time zones and languages. */
@NullMarked
package org.reps.mentoring.world;

import org.jspecify.annotations.NullMarked;
