/** Accounts, passwords, wrong attempts and sessions: how somebody gets in, and when they are out again. */
@NullMarked
package org.reps.mentoring.engine.login;

import org.jspecify.annotations.NullMarked;
