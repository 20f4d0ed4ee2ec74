package org.reps.mentoring.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a rep says of the training they have finished.
 *
 * @param place 1 for the first report; there are more when something was missing
 * @param certificate https address
 * @param narrative what they practised and learned, in their own words
 * @param practiceOn first day of the practice week they took part in, null when they did not
 */
record TrainingReport(
        int place,
        LocalDate finishedOn,
        String certificate,
        String narrative,
        @Nullable LocalDate practiceOn,
        LocalDate reportedOn) {}
