package org.reps.mentoring.onboarding;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.reps.mentoring.rules.Aggregates;
import org.springframework.data.jdbc.repository.query.Query;

/** All onboardings, open or ended. */
interface Onboardings extends Aggregates<Onboarding> {

    Optional<Onboarding> findByOpenRep(String repId);

    int countByRepIdAndStartedByAndBeganOnAfter(String repId, String startedBy, LocalDate day);

    @Override
    @Query("select id from onboarding where id = :id for update")
    Optional<String> lockRow(String id);

    /** The open one of this rep. */
    default Onboarding open(String repId) {
        return findByOpenRep(repId).orElseThrow();
    }

    /** As {@link #change(String, UnaryOperator)}, for the open one of this rep. */
    default Onboarding changeOpen(String repId, UnaryOperator<Onboarding> change) {
        return change(open(repId).id(), change);
    }
}
