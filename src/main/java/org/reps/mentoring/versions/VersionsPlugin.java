package org.reps.mentoring.versions;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;
import org.camunda.bpm.engine.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.versions.Moves;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.versions.VersionsPage.Asker;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The page "Versions" in Cockpit, for analysts, the council and the operator. It works where {@code /engine-rest} is
 * off.
 *
 * <p>The page itself is in {@code plugin-webapp/versions/app}. Found by Cockpit through {@code META-INF/services}.
 */
public class VersionsPlugin extends AbstractCockpitPlugin {

    private static final String ID = "versions";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Root.class);
    }

    /** What is under {@code /camunda/api/cockpit/plugin/versions}. */
    @Path("plugin/" + ID)
    public static class Root extends AbstractCockpitPluginRootResource {

        public Root() {
            super(ID);
        }

        @Override
        protected List<String> getAllowedAssets() {
            return List.of("app/plugin.js", "app/plugin.css", "app/process.js", "app/difference.js", "app/words.js");
        }

        @Path("{engine}")
        public Pages pages(@PathParam("engine") String engine) {
            return subResource(new Pages(engine, servletContext), engine);
        }
    }

    /** What the page asks for. */
    @Produces(MediaType.APPLICATION_JSON)
    public static class Pages extends AbstractCockpitPluginResource {

        private final WebApplicationContext beans;

        Pages(String engine, ServletContext context) {
            super(engine);
            this.beans = WebApplicationContextUtils.getRequiredWebApplicationContext(context);
        }

        /** Whether the page is for whoever asks. */
        @GET
        @Path("access")
        public Map<String, Boolean> access() {
            return Map.of("allowed", isForThem());
        }

        @GET
        @Path("versions")
        public VersionsPage.Overview overview() {
            return shown(asker -> page().overview(asker));
        }

        @GET
        @Path("versions/{process}")
        public VersionsPage.Page process(@PathParam("process") String process) {
            return shown(asker -> page().page(process, asker));
        }

        @GET
        @Path("versions/{process}/{from}/difference/{to}")
        public VersionsPage.Difference difference(
                @PathParam("process") String process, @PathParam("from") String from, @PathParam("to") String to) {
            return shown(asker -> page().difference(process, number(from), number(to)));
        }

        @GET
        @Path("versions/{process}/{version}/diagram")
        public Map<String, String> diagram(@PathParam("process") String process, @PathParam("version") String version) {
            return shown(asker -> page().diagram(process, number(version)));
        }

        /** A version with its forms, to be opened in Camunda Modeler. */
        @GET
        @Path("versions/{process}/{version}.zip")
        @Produces(MediaType.WILDCARD)
        public Response zip(@PathParam("process") String process, @PathParam("version") String version) {
            var zip = shown(asker -> page().zip(process, number(version)));
            return Response.ok(zip, "application/zip")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"%s-%d.zip\"".formatted(process, number(version)))
                    .build();
        }

        @POST
        @Path("taken-back")
        @Consumes(MediaType.APPLICATION_JSON)
        public Map<String, Boolean> takeBack(@Nullable Asked asked) {
            var asker = asker();
            var wanted = Asked.complete(asked);
            beans.getBean(VersionChanges.class).takeBack(wanted.process(), wanted.from(), wanted.inForce(), asker);
            return DONE;
        }

        @POST
        @Path("release-taken")
        @Consumes(MediaType.APPLICATION_JSON)
        public Map<String, Boolean> takeRelease(@Nullable OfRelease asked) {
            var asker = asker();
            beans.getBean(VersionChanges.class).takeRelease(OfRelease.process(asked), OfRelease.what(asked), asker);
            return DONE;
        }

        @POST
        @Path("own-kept")
        @Consumes(MediaType.APPLICATION_JSON)
        public Map<String, Boolean> keepOwn(@Nullable OfRelease asked) {
            var asker = asker();
            beans.getBean(VersionChanges.class).keepOwn(OfRelease.process(asked), OfRelease.what(asked), asker);
            return DONE;
        }

        /** What would become of running cases. */
        @POST
        @Path("move-tried")
        @Consumes(MediaType.APPLICATION_JSON)
        public Moves.Outcome tryMoving(@Nullable Asked asked) {
            var asker = asker();
            return beans.getBean(VersionChanges.class).trial(Asked.complete(asked), asker);
        }

        @POST
        @Path("moved")
        @Consumes(MediaType.APPLICATION_JSON)
        public Moves.Outcome move(@Nullable Asked asked) {
            var asker = asker();
            return beans.getBean(VersionChanges.class).move(Asked.complete(asked), asker);
        }

        private static final Map<String, Boolean> DONE = Map.of("done", true);

        private <T> T shown(Function<Asker, T> answer) {
            var asker = asker();
            return person().lookUp(() -> answer.apply(asker));
        }

        private boolean isForThem() {
            return person().isOperator() || person().isIn(Group.COUNCIL) || person().isIn(Group.ANALYSTS);
        }

        private Asker asker() {
            if (!isForThem()) {
                throw new AuthorizationException("Only analysts, the council and the operator see the versions.");
            }
            var open = beans.getBean(Environment.class)
                    .getRequiredProperty("mentoring.deployment-by-analysts", Boolean.class);
            return new Asker(
                    person().id(),
                    person().isOperator(),
                    open && (person().isOperator() || person().isIn(Group.ANALYSTS)),
                    person().isOperator() || person().isIn(Group.COUNCIL));
        }

        private VersionsPage page() {
            return beans.getBean(VersionsPage.class);
        }

        private CurrentPerson person() {
            return beans.getBean(CurrentPerson.class);
        }

        /** JAX-RS would answer as if there were no such address. */
        private static int number(String version) {
            try {
                return Integer.parseInt(version);
            } catch (NumberFormatException noNumber) {
                throw new Refusal("There is no such version.");
            }
        }
    }

    /** As {@link VersionChanges.Wanted}, as the page sends it. */
    public record Asked(
            @Nullable String process,
            @Nullable Integer from,
            @Nullable Integer inForce,
            @Nullable Boolean onlyFailed) {

        private static VersionChanges.Wanted complete(@Nullable Asked asked) {
            if (asked == null || asked.process == null || asked.from == null || asked.inForce == null) {
                throw new Refusal("Please say which version you mean.");
            }
            return new VersionChanges.Wanted(
                    asked.process, asked.from, asked.inForce, Boolean.TRUE.equals(asked.onlyFailed));
        }
    }

    /** @param release what of it, by its fingerprint */
    public record OfRelease(
            @Nullable String process, @Nullable String release) {

        private static String process(@Nullable OfRelease asked) {
            return said(asked == null ? null : asked.process);
        }

        private static String what(@Nullable OfRelease asked) {
            return said(asked == null ? null : asked.release);
        }

        private static String said(@Nullable String text) {
            if (text == null) {
                throw new Refusal("Please say which version you mean.");
            }
            return text;
        }
    }
}
