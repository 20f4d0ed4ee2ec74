package org.reps.mentoring.rep;

import org.springframework.data.repository.ListCrudRepository;

/** All reps. */
public interface Reps extends ListCrudRepository<Rep, String> {}
