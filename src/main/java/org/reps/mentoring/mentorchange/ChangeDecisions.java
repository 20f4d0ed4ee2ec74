package org.reps.mentoring.mentorchange;

import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.stereotype.Component;

/** All decisions about changes of mentors. They can be added and read; there is no way to change one. */
@Component
class ChangeDecisions {

    private final JdbcAggregateOperations rows;

    ChangeDecisions(JdbcAggregateOperations rows) {
        this.rows = rows;
    }

    void add(ChangeDecision decision) {
        rows.insert(decision);
    }

    /** The decisions about a request, the first one first. */
    List<ChangeDecision> about(String requestId) {
        var byRequest = Query.query(Criteria.where("requestId").is(requestId)).sort(Sort.by("place"));
        return rows.findAll(byRequest, ChangeDecision.class);
    }
}
