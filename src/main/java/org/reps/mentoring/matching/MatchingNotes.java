package org.reps.mentoring.matching;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface MatchingNotes extends ListCrudRepository<MatchingNote, String> {

    List<MatchingNote> findByMenteeIdOrderByNotedOn(String menteeId);
}
