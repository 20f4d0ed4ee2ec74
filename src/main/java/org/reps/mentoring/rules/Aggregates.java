package org.reps.mentoring.rules;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.NoRepositoryBean;

/** All things of one kind that several people can change at the same moment. */
@NoRepositoryBean
public interface Aggregates<T> extends ListCrudRepository<T, String> {

    /** Locks the row of this id until the transaction ends; empty when there is none. */
    Optional<String> lockRow(String id);

    /** @throws java.util.NoSuchElementException when there is none with this id */
    default T get(String id) {
        return findById(id).orElseThrow();
    }

    /** Locked until the transaction ends, so that what people answer at the same moment is looked at in turn. */
    default T lock(String id) {
        return get(lockRow(id).orElseThrow());
    }

    /**
     * Locks it, lets it change and keeps the result; whoever comes second changes what the first has left. What is
     * handed back as it was stays as it is.
     */
    default T change(String id, UnaryOperator<T> change) {
        var before = lock(id);
        var after = change.apply(before);
        return after == before ? before : save(after);
    }

    /**
     * Keeps a new one, where a unique column of the database lets only one be open at a time: it sees also what was
     * begun in another window at the same moment.
     *
     * @param alreadyOpen what to say when there is one; made beforehand, as PostgreSQL answers nothing more in a
     *     transaction in which a statement has failed
     */
    default T begin(T begun, Refusal alreadyOpen) {
        try {
            return save(begun);
        } catch (DbActionExecutionException e) {
            if (e.getCause() instanceof DuplicateKeyException) {
                throw alreadyOpen;
            }
            throw e;
        }
    }
}
