package org.reps.mentoring.programmeupdate;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface PassingOns extends ListCrudRepository<PassingOn, String> {

    List<PassingOn> findByUpdateId(String updateId);

    Optional<PassingOn> findByUpdateIdAndMentorId(String updateId, String mentorId);
}
