package org.reps.mentoring.recognition;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.rules.Refusal;

/** What {@code recognitions.js} asks for, and what whoever is recognised says of it. */
public final class RecognitionPages {

    private final RecognisedPeople recognised;

    public RecognitionPages(RecognisedPeople recognised) {
        this.recognised = recognised;
    }

    @GET
    public RecognisedPeople.Page page() {
        return recognised.page();
    }

    /** Whether everybody may read it, on any day anew. */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public RecognisedPeople.Page show(@PathParam("id") String id, @Nullable Wanted wanted) {
        if (wanted == null || wanted.shown() == null) {
            throw new Refusal("Please say whether everybody may read it.");
        }
        return recognised.show(id, wanted.shown());
    }

    /** @param shown whether everybody may read it */
    public record Wanted(@Nullable Boolean shown) {}
}
