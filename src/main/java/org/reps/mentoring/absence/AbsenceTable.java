package org.reps.mentoring.absence;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface AbsenceTable extends ListCrudRepository<Absence, String> {

    Optional<Absence> findByOpenMentor(String mentorId);

    /** The absences that are not over and are covered by this mentor. */
    List<Absence> findByCoverAndOpenMentorIsNotNull(String coverId);

    /** All that are not over. */
    List<Absence> findByOpenMentorIsNotNull();

    /** @throws java.util.NoSuchElementException when there is none with this id */
    default Absence get(String id) {
        return findById(id).orElseThrow();
    }
}
