package org.reps.mentoring.tellperson;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the same for many, each for itself within one transaction, so that one that fails undoes nothing of the others.
 */
@Component
public class OneOfMany {

    private static final Logger LOG = LoggerFactory.getLogger(OneOfMany.class);

    private final TransactionTemplate savepoint;

    OneOfMany(PlatformTransactionManager transactions) {
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Does it, or nothing of it.
     *
     * @return whether it could be done; if not, the reason stands in the log, and whoever asks sees to it that it is
     *     tried again: in a case of its own ({@link TellPersonProcess}), or by looking again another day
     */
    public boolean isDone(Runnable step) {
        try {
            savepoint.executeWithoutResult(transaction -> step.run());
            return true;
        } catch (RuntimeException failed) {
            LOG.warn(
                    "One of many could not be done; it is tried again, and the others are not kept from theirs.",
                    failed);
            return false;
        }
    }
}
