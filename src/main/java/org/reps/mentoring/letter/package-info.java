/**
 * What a mail says, before it is one: its template, filled in for one person in their language, and dressed as plain
 * text and HTML. To whom and when is for {@code notice}.
 */
@NullMarked
package org.reps.mentoring.letter;

import org.jspecify.annotations.NullMarked;
