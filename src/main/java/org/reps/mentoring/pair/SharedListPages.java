package org.reps.mentoring.pair;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.mentorship.GoalChange;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Refusal;

/** What either of two people does to one of their lists, for {@code goals.js}. */
@Consumes(MediaType.APPLICATION_JSON)
public final class SharedListPages {

    private final SharedLists lists;
    private final SharedLists.Which which;

    public SharedListPages(SharedLists lists, SharedLists.Which which) {
        this.lists = lists;
        this.which = which;
    }

    /** Writes something down in it. */
    @POST
    public List<SharedLists.Shown> write(@Nullable Written written) {
        if (written == null || written.mentorship() == null) {
            throw new Refusal("Please say whose goal it is.");
        }
        return lists.write(which, written.mentorship(), written.words());
    }

    /** Changes what stands in it; 409 where somebody has done that meanwhile, with what stands there now. */
    @POST
    @Path("{id}")
    public Response change(@PathParam("id") String id, @Nullable Changed changed) {
        if (changed == null || changed.mentorship() == null || changed.kind() == null || changed.number() == null) {
            throw new Refusal("Please say what to do to the goal.");
        }
        try {
            return Response.ok(lists.change(
                            which, changed.mentorship(), id, changed.number(), changed.kind(), changed.words()))
                    .build();
        } catch (AnsweredAlready tooLate) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(Map.of(
                            "message", tooLate.toString(), "goals", lists.asItStands(which, changed.mentorship())))
                    .build();
        }
    }

    /**
     * A goal or a point as the page sends it.
     *
     * @param mentorship its id
     */
    public record Written(
            @Nullable String mentorship, @Nullable String words) {}

    /**
     * What to do to one.
     *
     * @param mentorship the id of whose it is
     * @param number of its last change that somebody has before their eyes
     * @param words where they are changed
     */
    public record Changed(
            @Nullable String mentorship,
            @Nullable Integer number,
            GoalChange.@Nullable Kind kind,
            @Nullable String words) {}
}
