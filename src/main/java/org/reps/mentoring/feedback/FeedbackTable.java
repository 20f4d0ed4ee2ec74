package org.reps.mentoring.feedback;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface FeedbackTable extends ListCrudRepository<Feedback, String> {

    List<Feedback> findByAboutIdAndAuthorRoleOrderByGivenAtAscIdAsc(String aboutId, Feedback.Role authorRole);

    List<Feedback> findAllByOrderByGivenAtAscIdAsc();
}
