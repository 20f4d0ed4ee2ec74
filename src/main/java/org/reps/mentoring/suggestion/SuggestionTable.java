package org.reps.mentoring.suggestion;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.reps.mentoring.suggestion.Suggestion.State;
import org.springframework.data.jdbc.repository.query.Query;

interface SuggestionTable extends Aggregates<Suggestion> {

    @Override
    @Query("select id from suggestion where id = :id for update")
    Optional<String> lockRow(String id);

    int countByAuthorIdAndState(String authorId, State state);

    int countByState(State state);

    List<Suggestion> findAllByOrderBySuggestedAtDescIdAsc();
}
