/** Signing in with an account that people have elsewhere (OpenID Connect), where the operator wants that. */
@NullMarked
package org.reps.mentoring.engine.signin;

import org.jspecify.annotations.NullMarked;
