package org.reps.mentoring.confidential;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SealedTextTable extends ListCrudRepository<SealedText, String> {

    List<SealedText> findByOwner(String owner);

    @Modifying
    @Query("delete from sealed_text where owner = :owner")
    int deleteByOwner(String owner);

    List<SealedText> findByReaderIn(List<String> readers);

    @Query("select distinct key_id from sealed_text")
    List<String> keyIds();

    /** Whose key is to be deleted as well, once this is certain; also the id of one of several keys. */
    @Modifying
    @Query("insert into forgotten_owner (owner) values (:owner)")
    void addForgotten(String owner);

    @Query("select distinct owner from forgotten_owner")
    List<String> forgotten();

    @Modifying
    @Query("delete from forgotten_owner where owner = :owner")
    void removeForgotten(String owner);
}
