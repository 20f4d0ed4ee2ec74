/** Reps Mentoring: a volunteer mentorship programme as executable BPMN processes. */
@NullMarked
package org.reps.mentoring;

import org.jspecify.annotations.NullMarked;
