/** Finding a mentor for one rep ({@code mentor-matching.bpmn}). */
@NullMarked
package org.reps.mentoring.matching;

import org.jspecify.annotations.NullMarked;
