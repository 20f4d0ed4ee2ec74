package org.reps.mentoring.programmeupdate;

import java.util.Set;
import org.reps.mentoring.programmeupdate.UpdateRecipient.Way;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface UpdateRecipients extends ListCrudRepository<UpdateRecipient, String> {

    @Query("select person_id from update_recipient where update_id = :updateId")
    Set<String> personIds(String updateId);

    int countByUpdateIdAndWay(String updateId, Way way);
}
