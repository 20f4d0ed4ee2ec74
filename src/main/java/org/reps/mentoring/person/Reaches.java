package org.reps.mentoring.person;

import org.springframework.data.repository.ListCrudRepository;

/** How people want to be reached; whoever has not said so is not among them. */
public interface Reaches extends ListCrudRepository<Reach, String> {}
