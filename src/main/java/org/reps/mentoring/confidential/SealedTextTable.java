package org.reps.mentoring.confidential;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SealedTextTable extends ListCrudRepository<SealedText, String> {

    @Modifying
    @Query("delete from sealed_text where case_id = :caseId")
    void deleteByCaseId(String caseId);

    @Query("select distinct key_id from sealed_text")
    List<String> keyIds();
}
