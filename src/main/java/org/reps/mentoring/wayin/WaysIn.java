package org.reps.mentoring.wayin;

import org.springframework.data.repository.ListCrudRepository;

/** Of everybody who was invited, or has asked. */
interface WaysIn extends ListCrudRepository<WayIn, String> {}
