/** Forms as the engine sees them: what they ask for is checked on the server, what is confidential is sealed. */
@NullMarked
package org.reps.mentoring.engine.forms;

import org.jspecify.annotations.NullMarked;
