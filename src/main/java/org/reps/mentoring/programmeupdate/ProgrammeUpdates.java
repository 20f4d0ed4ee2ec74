package org.reps.mentoring.programmeupdate;

import org.springframework.data.repository.ListCrudRepository;

/** All news, on its way or not any more. */
interface ProgrammeUpdates extends ListCrudRepository<ProgrammeUpdate, String> {

    boolean existsByOpenTitle(String openTitle);

    default ProgrammeUpdate get(String id) {
        return findById(id).orElseThrow();
    }
}
