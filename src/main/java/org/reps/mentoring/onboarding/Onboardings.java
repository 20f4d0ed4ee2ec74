package org.reps.mentoring.onboarding;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All onboardings, open or ended. */
interface Onboardings extends ListCrudRepository<Onboarding, String> {

    Optional<Onboarding> findByOpenRep(String repId);
}
