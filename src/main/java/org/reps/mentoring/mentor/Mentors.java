package org.reps.mentoring.mentor;

import java.util.Collection;
import java.util.List;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;

/** All mentors, also those who are away, inactive or have resigned. */
public interface Mentors extends ListCrudRepository<Mentor, String> {

    /**
     * The mentors among these people, each locked until the transaction ends; always locked in the same order, so that
     * two who need the same mentors wait for each other instead of blocking each other.
     */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<Mentor> findByIdInOrderById(Collection<String> ids);
}
