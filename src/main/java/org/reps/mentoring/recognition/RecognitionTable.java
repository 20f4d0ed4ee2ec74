package org.reps.mentoring.recognition;

import java.util.List;
import java.util.Optional;
import org.reps.mentoring.recognition.Recognition.State;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

interface RecognitionTable extends Aggregates<Recognition> {

    @Override
    @Query("select id from recognition where id = :id for update")
    Optional<String> lockRow(String id);

    int countByAuthorIdAndState(String authorId, State state);

    List<Recognition> findByStateOrderByAnsweredAtDescIdAsc(State state);
}
