package org.reps.mentoring.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings something up to date before somebody reads it. Several requests of the same page, or of another node, may find
 * the same to be brought up to date. Inside a transaction that somebody else has begun there is no second try: after a
 * failure nothing more is done in it.
 */
public record BroughtUpToDate(CommandExecutor engine) {

    private static final int MOST_TRIES = 5;

    /** @return what the command gives back, the last time it is tried */
    public <T> T by(Command<T> upToDate) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            // H2 would write all the same, and nobody would find out before it is PostgreSQL.
            throw new IllegalStateException("Nothing can be brought up to date in a transaction that only reads."
                    + " Ask the engine before it begins.");
        }
        for (var tries = 1; ; tries++) {
            try {
                return engine.execute(upToDate);
            } catch (ProcessEngineException othersWereFaster) {
                if (tries == MOST_TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw othersWereFaster;
                }
            }
        }
    }
}
