package org.reps.mentoring.unreachable;

import org.springframework.data.repository.ListCrudRepository;

interface UnreachablePeople extends ListCrudRepository<UnreachablePerson, String> {}
