/** Notices: what people are told by mail, and how it is sent ({@code send-mail.bpmn}). */
@NullMarked
package org.reps.mentoring.notice;

import org.jspecify.annotations.NullMarked;
