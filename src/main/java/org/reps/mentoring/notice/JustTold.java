package org.reps.mentoring.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What people are told in the transaction at hand: a task that they get in it, in the same case, is part of that mail
 * and has none of its own.
 */
final class JustTold implements TransactionSynchronization {

    private final Map<String, News> news = new HashMap<>();

    private JustTold() {}

    static JustTold now() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(JustTold.class::isInstance)
                .map(JustTold.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var nothing = new JustTold();
                    TransactionSynchronizationManager.registerSynchronization(nothing);
                    return nothing;
                });
    }

    void add(String caseId, String recipientId, News told) {
        news.put(caseId + ":" + recipientId, told);
    }

    /** The latest; each once. */
    Optional<News> take(String caseId, String recipientId) {
        return Optional.ofNullable(news.remove(caseId + ":" + recipientId));
    }

    /**
     * A mail whose button leads to no task yet.
     *
     * @param mailId the mail
     * @param notice name of its template, with what it was filled in
     */
    record News(String mailId, String notice, Map<String, ?> values) {}
}
