package org.reps.mentoring.operator;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.movein.MoveIn;
import org.reps.mentoring.movein.Outcome;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.wayin.Invitations;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The page "Move in" in Cockpit, for the operator only: whoever creates accounts brings all of them at once. The
 * council is not shown a trial either, as a file holds addresses that the council does not see otherwise.
 *
 * <p>The page itself is in {@code plugin-webapp/movein/app}. Found by Cockpit through {@code META-INF/services}.
 */
public class MoveInPlugin extends AbstractCockpitPlugin {

    private static final String ID = "movein";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Root.class);
    }

    /** What is under {@code /camunda/api/cockpit/plugin/movein}. */
    @Path("plugin/" + ID)
    public static class Root extends AbstractCockpitPluginRootResource {

        public Root() {
            super(ID);
        }

        @Override
        protected List<String> getAllowedAssets() {
            return List.of("app/plugin.js", "app/plugin.css");
        }

        @Path("{engine}")
        public Pages pages(@PathParam("engine") String engine) {
            return subResource(new Pages(engine, servletContext), engine);
        }
    }

    /** What the page asks for. */
    @Produces(MediaType.APPLICATION_JSON)
    public static class Pages extends AbstractCockpitPluginResource {

        private static final List<String> EXAMPLES =
                List.of("people", "mentorships", "people-template", "mentorships-template");

        private final WebApplicationContext beans;

        Pages(String engine, ServletContext context) {
            super(engine);
            this.beans = WebApplicationContextUtils.getRequiredWebApplicationContext(context);
        }

        /** Whether the page is for whoever asks. */
        @GET
        @Path("access")
        public Map<String, Boolean> access() {
            return Map.of("allowed", person().isOperator());
        }

        /** Who has no password yet, and how far their invitations are. */
        @GET
        @Path("invitations")
        public Standing invitations() {
            return forOperator(Invitations.class, invitations -> Standing.of(invitations.standing()));
        }

        /** Invites some of those who wait for it; to be asked again as long as some are left. */
        @POST
        @Path("invitations")
        @Consumes(MediaType.APPLICATION_JSON)
        public Invitations.Round invite(@Nullable Wanted wanted) {
            return forOperator(Invitations.class, invitations -> invitations.invite(Wanted.isOver(wanted)));
        }

        /** Sends one person another link. */
        @POST
        @Path("invitation")
        @Consumes(MediaType.APPLICATION_JSON)
        public Standing invite(@Nullable Whom whom) {
            return forOperator(Invitations.class, invitations -> {
                invitations.inviteAnew(Whom.userId(whom));
                return Standing.of(invitations.standing());
            });
        }

        /** What would become of the files. */
        @POST
        @Path("trial")
        @Consumes(MediaType.APPLICATION_JSON)
        public Outcome trial(@Nullable Sent sent) {
            return forOperator(moveIn -> moveIn.tried(Sent.files(sent)));
        }

        /** Brings the files in. */
        @POST
        @Path("arrival")
        @Consumes(MediaType.APPLICATION_JSON)
        public Outcome arrival(@Nullable Sent sent) {
            return forOperator(moveIn -> moveIn.done(Sent.files(sent)));
        }

        /** Everybody, in a file. */
        @GET
        @Path("people.csv")
        @Produces(MediaType.WILDCARD)
        public Response people() {
            return file("people", forOperator(MoveIn::people));
        }

        /** All running mentorships, in a file. */
        @GET
        @Path("mentorships.csv")
        @Produces(MediaType.WILDCARD)
        public Response mentorships() {
            return file("mentorships", forOperator(MoveIn::mentorships));
        }

        /** What such files look like. */
        @GET
        @Path("example/{name}.csv")
        @Produces(MediaType.WILDCARD)
        public Response example(@PathParam("name") String name) {
            return file(name, forOperator(moveIn -> {
                if (!EXAMPLES.contains(name)) {
                    throw new RestException(Response.Status.NOT_FOUND, "There is no such example.");
                }
                try (var example = MoveInPlugin.class.getResourceAsStream("/move-in/" + name + ".csv")) {
                    return Objects.requireNonNull(example).readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }

        private static Response file(String name, byte[] content) {
            return Response.ok(content, "text/csv; charset=UTF-8")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(name))
                    .build();
        }

        private <T> T forOperator(Function<MoveIn, T> answer) {
            return forOperator(MoveIn.class, answer);
        }

        private <B, T> T forOperator(Class<B> bean, Function<B, T> answer) {
            if (!person().isOperator()) {
                throw new AuthorizationException("Only the operator moves a programme in or out.");
            }
            return person().lookUp(() -> answer.apply(beans.getBean(bean)));
        }

        private CurrentPerson person() {
            return beans.getBean(CurrentPerson.class);
        }
    }

    /**
     * Who has no password yet.
     *
     * @param on whether people log in with passwords that are kept here
     * @param withoutPassword how many have none
     * @param notInvited how many can be invited and never were
     * @param over how many invitations have ended
     * @param withoutAddress the user names of those who cannot be invited; the first of them
     * @param people who was invited; the first of them, with those after whom somebody may have to look before others
     */
    public record Standing(
            boolean on,
            int withoutPassword,
            long notInvited,
            long over,
            List<String> withoutAddress,
            List<Invited> people) {

        private static final int SHOWN = 200;

        private static Standing of(Invitations.Standing standing) {
            return new Standing(
                    standing.on(),
                    standing.people().size(),
                    standing.notInvited(),
                    standing.over(),
                    standing.withoutAddress().stream().limit(SHOWN).toList(),
                    standing.people().stream()
                            .filter(invitee -> invitee.invitedAt() != null)
                            .limit(SHOWN)
                            .map(Invited::of)
                            .toList());
        }
    }

    /**
     * Somebody who was invited and has no password yet.
     *
     * @param progress in one word
     * @param invitedAt an instant, like {@code endsAt}, until when the link works or worked; null when none was sent
     */
    public record Invited(
            String userId,
            String name,
            String progress,
            @Nullable String invitedAt,
            @Nullable String endsAt) {

        private static Invited of(Invitations.Invitee invitee) {
            return new Invited(
                    invitee.userId(),
                    invitee.name(),
                    invitee.progress(),
                    text(invitee.invitedAt()),
                    text(invitee.endsAt()));
        }

        private static @Nullable String text(@Nullable Instant moment) {
            return moment == null ? null : moment.toString();
        }
    }

    /** @param whose {@code new} for those who were never invited, {@code over} for those whose invitation has ended */
    public record Wanted(@Nullable String whose) {

        private static boolean isOver(@Nullable Wanted wanted) {
            if (wanted == null
                    || wanted.whose == null
                    || !List.of("new", "over").contains(wanted.whose)) {
                throw new Refusal("Please say whom to invite.");
            }
            return wanted.whose.equals("over");
        }
    }

    /** @param userId of who is to get another link */
    public record Whom(@Nullable String userId) {

        private static String userId(@Nullable Whom whom) {
            if (whom == null || whom.userId == null) {
                throw new Refusal("Please say whom to invite.");
            }
            return whom.userId;
        }
    }

    /**
     * Files as the page sends them, so that nothing on the way takes their bytes for letters.
     *
     * @param people in Base64; null when there is none
     * @param mentorships in Base64; null when there is none
     */
    public record Sent(@Nullable String people, @Nullable String mentorships) {

        private static MoveIn.Files files(@Nullable Sent sent) {
            if (sent == null || (sent.people == null && sent.mentorships == null)) {
                throw new Refusal("Please choose at least one file.");
            }
            return new MoveIn.Files(decoded(sent.people), decoded(sent.mentorships));
        }

        private static byte @Nullable [] decoded(@Nullable String base64) {
            try {
                return base64 == null ? null : Base64.getDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new Refusal("This could not be read. Please choose the file again.");
            }
        }
    }
}
