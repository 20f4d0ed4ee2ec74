package org.reps.mentoring.cockpit;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginResource;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.Reader;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.reports.FinishedCases;
import org.reps.mentoring.engine.reports.RunningCases;
import org.reps.mentoring.feedback.FeedbackPage;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.overview.Programme;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.table.CouncilWords;
import org.reps.mentoring.table.Section;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The pages "Programme", "Feedback" and "History" in Cockpit. What they show is for the council only: not for analysts,
 * and not for the operator either, who keeps the application running and has no part in the programme.
 *
 * <p>The pages themselves are in {@code plugin-webapp/council/app}. Found by Cockpit through {@code META-INF/services}.
 */
public class CouncilPlugin extends AbstractCockpitPlugin {

    private static final String ID = "council";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Root.class);
    }

    /** What is under {@code /camunda/api/cockpit/plugin/council}. */
    @Path("plugin/" + ID)
    public static class Root extends AbstractCockpitPluginRootResource {

        private static final List<String> FILES = List.of(
                "app/plugin.js",
                "app/plugin.css",
                "app/page.js",
                "app/programme.js",
                "app/running.js",
                "app/feedback.js",
                "app/history.js");

        public Root() {
            super(ID);
        }

        @Override
        protected List<String> getAllowedAssets() {
            return FILES;
        }

        @Path("{engine}")
        public Pages pages(@PathParam("engine") String engine) {
            return subResource(new Pages(engine, servletContext), engine);
        }
    }

    /** What the pages ask for. */
    @Produces(MediaType.APPLICATION_JSON)
    public static class Pages extends AbstractCockpitPluginResource {

        private final WebApplicationContext beans;
        private @Nullable CouncilWords words;

        Pages(String engine, ServletContext context) {
            super(engine);
            this.beans = WebApplicationContextUtils.getRequiredWebApplicationContext(context);
        }

        /** Whether the pages are for whoever asks, and whether they are there for the diagrams. */
        @GET
        @Path("access")
        public Map<String, Boolean> access() {
            return Map.of("allowed", person().isIn(Group.COUNCIL), "analyst", person().isIn(Group.ANALYSTS));
        }

        @GET
        @Path("programme")
        public List<Section> programme() {
            var reader = person().id();
            return forCouncil(() -> beans.getBean(Programme.class).sections(reader).stream()
                    .map(Section::forPage)
                    .map(words()::section)
                    .toList());
        }

        /** What people should do now. */
        @GET
        @Path("tasks")
        public Section tasks() {
            var reader = person().id();
            return forCouncil(() -> words().section(section("tasks", reader).forPage()));
        }

        /** What runs, by process and one by one. */
        @GET
        @Path("running")
        public Running running() {
            var reader = person().id();
            return forCouncil(() -> new Running(
                    beans.getBean(Programme.class).processes(reader).stream()
                            .map(ProcessNumbers::of)
                            .toList(),
                    words().section(section("running", reader).forPage())));
        }

        /** What feedback comes to. */
        @GET
        @Path("feedback")
        public List<Section> feedback() {
            var reader = reader();
            return forCouncil(() -> beans.getBean(FeedbackPage.class).sections(reader).stream()
                    .map(Section::forPage)
                    .map(words()::section)
                    .toList());
        }

        @GET
        @Path("feedback/{section}.csv")
        @Produces(MediaType.WILDCARD)
        public Response feedbackCsv(@PathParam("section") String id) {
            var reader = reader();
            return file(
                    "feedback-",
                    forCouncil(() -> beans.getBean(FeedbackPage.class)
                            .section(id, reader)
                            .orElseThrow(() -> notFound("There is no such table."))));
        }

        /** That people have written something. */
        @GET
        @Path("feedback/written")
        public FeedbackPage.Page written(@QueryParam("page") @DefaultValue("0") String page) {
            var reader = reader();
            return forCouncil(() -> beans.getBean(FeedbackPage.class)
                    .written(reader, number(page))
                    .said(words()::ours));
        }

        /** What they have written; each time it is asked for is kept. */
        @GET
        @Path("feedback/written/{id}")
        public FeedbackPage.Texts read(@PathParam("id") String id) {
            var reader = reader();
            return forCouncil(() -> beans.getBean(FeedbackPage.class)
                    .read(reader, id)
                    .orElseThrow(() -> notFound("There is no such feedback, or it is not for you.")));
        }

        @GET
        @Path("programme/{section}.csv")
        @Produces(MediaType.WILDCARD)
        public Response csv(@PathParam("section") String id) {
            var reader = person().id();
            return file("", forCouncil(() -> section(id, reader)));
        }

        private Response file(String kind, Section section) {
            var day = beans.getBean(Days.class).ofProgramme();
            return Response.ok(words().section(section).table().csv(), "text/csv; charset=UTF-8")
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"%s%s-%s.csv\"".formatted(kind, section.id(), day))
                    .build();
        }

        @GET
        @Path("history/processes")
        public List<FinishedCases.Process> processes() {
            return forCouncil(() -> beans.getBean(History.class).processes().stream()
                    .map(process -> process.said(words()::inDiagrams))
                    .toList());
        }

        @GET
        @Path("history")
        public History.Page history(
                @QueryParam("process") @DefaultValue("") String process,
                @QueryParam("about") @DefaultValue("") String about,
                @QueryParam("startedFrom") @DefaultValue("") String startedFrom,
                @QueryParam("startedUntil") @DefaultValue("") String startedUntil,
                @QueryParam("endedFrom") @DefaultValue("") String endedFrom,
                @QueryParam("endedUntil") @DefaultValue("") String endedUntil,
                @QueryParam("outcome") @DefaultValue("") String outcome,
                @QueryParam("page") @DefaultValue("0") String page) {
            var reader = person().id();
            return forCouncil(() -> beans.getBean(History.class)
                    .find(
                            reader,
                            new History.Wanted(
                                    process,
                                    about,
                                    startedFrom,
                                    startedUntil,
                                    endedFrom,
                                    endedUntil,
                                    outcome,
                                    number(page)))
                    .said(words()));
        }

        @GET
        @Path("history/{id}")
        public History.Story story(@PathParam("id") String id) {
            var reader = person().id();
            return forCouncil(() -> beans.getBean(History.class)
                    .story(reader, id)
                    .map(story -> story.said(words()))
                    .orElseThrow(() -> notFound("There is no such case among those that have ended.")));
        }

        private <T> T forCouncil(Supplier<T> answer) {
            if (!person().isIn(Group.COUNCIL)) {
                throw new AuthorizationException("Only the council reads how the programme is doing.");
            }
            // What is looked up is looked up by nobody.
            words = new CouncilWords(beans.getBean(ReadersLanguage.class).of(person().id()));
            return person().lookUp(answer);
        }

        private Section section(String id, String readerId) {
            return beans.getBean(Programme.class)
                    .section(id, readerId)
                    .orElseThrow(() -> notFound("There is no such table."));
        }

        private CouncilWords words() {
            return Objects.requireNonNull(words);
        }

        private Reader reader() {
            return new Reader(person().id(), person().isIn(Group.COUNCIL));
        }

        private CurrentPerson person() {
            return beans.getBean(CurrentPerson.class);
        }

        /** JAX-RS would answer as if there were no such address. */
        private static int number(String page) {
            try {
                return Integer.parseInt(page);
            } catch (NumberFormatException noPage) {
                throw new Refusal("There is no such page.");
            }
        }

        private static RestException notFound(String message) {
            return new RestException(Response.Status.NOT_FOUND, message);
        }

        /** What is on the page of processes. */
        record Running(List<ProcessNumbers> processes, Section cases) {}

        /** What runs of one process; of what nobody begins, only what failed is a number. */
        record ProcessNumbers(String key, boolean byItself, int cases, int tasks, int overdue, int failed) {

            static ProcessNumbers of(RunningCases.Running running) {
                return new ProcessNumbers(
                        running.key(),
                        running.byItself(),
                        running.cases(),
                        running.tasks(),
                        running.overdue(),
                        running.failed());
            }
        }
    }
}
