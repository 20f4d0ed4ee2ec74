package org.reps.mentoring.feedback;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface FeedbackReadings extends ListCrudRepository<FeedbackReading, String> {

    List<FeedbackReading> findByFeedbackIdOrderByReadAtDescId(String feedbackId);
}
