package org.reps.mentoring.engine.people;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** Who is logged in to Tasklist or Cockpit and asks for one of our own pages. */
@Component
public class CurrentPerson {

    private final IdentityService identities;

    CurrentPerson(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * Their user id.
     *
     * @throws IllegalStateException when nobody is logged in; the web applications let no such request through
     */
    public String id() {
        var authentication = identities.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw new IllegalStateException("Nobody is logged in");
        }
        return authentication.getUserId();
    }

    /** Whether somebody is logged in who belongs to this group. */
    public boolean isIn(Group group) {
        return isIn(group.id());
    }

    /** Whether somebody is logged in who keeps the application running. */
    public boolean isOperator() {
        return isIn(Groups.CAMUNDA_ADMIN);
    }

    private boolean isIn(String groupId) {
        var authentication = identities.getCurrentAuthentication();
        return authentication != null
                && authentication.getGroupIds() != null
                && authentication.getGroupIds().contains(groupId);
    }

    /**
     * Looks something up without asking the engine what this person may see: the answer has to be cut down to what they
     * may know, as a page does that shows them the name of their mentor.
     */
    public <T> T lookUp(Supplier<T> answer) {
        var authentication = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return answer.get();
        } finally {
            identities.setAuthentication(
                    authentication.getUserId(),
                    authentication.getGroupIds() == null ? List.of() : authentication.getGroupIds(),
                    authentication.getTenantIds());
        }
    }
}
