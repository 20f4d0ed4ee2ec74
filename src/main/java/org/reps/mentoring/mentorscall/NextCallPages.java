package org.reps.mentoring.mentorscall;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** What {@code mentors-call.js} asks for, and what mentors write there. */
public final class NextCallPages {

    private final NextCall calls;

    public NextCallPages(NextCall calls) {
        this.calls = calls;
    }

    @GET
    public NextCall.@Nullable Page page() {
        return calls.page();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public NextCall.@Nullable Page ask(@Nullable Question question) {
        return calls.ask(question == null ? null : question.words());
    }

    @POST
    @Path("{id}/taken-back")
    @Consumes(MediaType.APPLICATION_JSON)
    public NextCall.@Nullable Page takeBack(@PathParam("id") String id) {
        return calls.takeBack(id);
    }

    public record Question(@Nullable String words) {}
}
