package org.reps.mentoring.mentorscall;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface CallQuestions extends Aggregates<CallQuestion> {

    @Override
    @Query("select id from call_question where id = :id for update")
    Optional<String> lockRow(String id);

    /** What waits for the next call, in the order in which it was asked. */
    List<CallQuestion> findByCallIdIsNullOrderByAskedAtAscIdAsc();

    List<CallQuestion> findByCallIdInOrderByAskedAtAscIdAsc(Collection<String> callIds);

    int countByAuthorIdAndCallIdIsNull(String authorId);
}
