package org.reps.mentoring.tasklist;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.confidential.DraftKeys;
import org.reps.mentoring.engine.links.LinkedTasks;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.everything.EverythingPage;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.mailsettings.MailChoice;
import org.reps.mentoring.mailsettings.MailChoices;
import org.reps.mentoring.mentorship.GoalChange;
import org.reps.mentoring.mymentorship.MentorList;
import org.reps.mentoring.mymentorship.MyMentorship;
import org.reps.mentoring.mymentorship.Page;
import org.reps.mentoring.mymentorship.PairGoals;
import org.reps.mentoring.mymentorship.PairMeetings;
import org.reps.mentoring.mymentorship.Start;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.rules.AnsweredAlready;
import org.reps.mentoring.rules.Refusal;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Brings our pages into Tasklist. The scripts that draw them are in {@code plugin-webapp/mentoring/app}; what they show
 * comes from below {@code /camunda/api/tasklist/plugin/mentoring/default}, which asks for a login.
 */
public final class MentoringPlugin extends AbstractTasklistPlugin {

    private static final String ID = "mentoring";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Root.class);
    }

    /** The plugin's own address, with the scripts of the pages, which everybody may load. */
    @Path("plugin/" + ID)
    public static final class Root extends AbstractTasklistPluginRootResource {

        public Root() {
            super(ID);
        }

        @Override
        protected List<String> getAllowedAssets() {
            return List.of(
                    "app/plugin.js",
                    "app/plugin.css",
                    "app/afterwards.js",
                    "app/asked-mentor.js",
                    "app/come-back.js",
                    "app/dom.js",
                    "app/drafts.js",
                    "app/form-events.js",
                    "app/form-schema.js",
                    "app/frame-names.js",
                    "app/goals.js",
                    "app/mentors-page.js",
                    "app/my-mentorship-page.js",
                    "app/own-profile.js",
                    "app/own-time-zone.js",
                    "app/page.js",
                    "app/start-list.js",
                    "app/task-page.js",
                    "app/task-texts-de.js",
                    "app/task-texts-en.js",
                    "app/task-texts-es.js",
                    "app/tasklist-errors.js",
                    "app/tasklist-words.js",
                    "app/texts.js",
                    "app/texts-de.js",
                    "app/texts-es.js",
                    "app/typed.js",
                    "app/answers.js",
                    "app/checked-answers.js",
                    "app/fields.js",
                    "app/lists.js",
                    "app/open-forms.js",
                    "app/other-clocks.js",
                    "app/people.js",
                    "app/pickers.js",
                    "app/wanted.js",
                    "app/wanted.json");
        }

        /**
         * What the pages show, apart from the scripts: this asks for a login. The engine's name is no parameter, so it
         * cannot be {@code static}, below which nothing is guarded.
         */
        @Path("default")
        public Pages pages() {
            return new Pages(WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext));
        }
    }

    /** What the pages show to whoever is logged in. */
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Pages {

        private final ApplicationContext application;

        Pages(ApplicationContext application) {
            this.application = application;
        }

        @GET
        @Path("my-mentorship")
        public Page myMentorship() {
            return application.getBean(MyMentorship.class).page();
        }

        /** For {@code task-page.js}: what a task is to whoever has opened it. */
        @GET
        @Path("task/{id}")
        public Linked task(@PathParam("id") String id) {
            var linked = application.getBean(LinkedTasks.class).forCurrentPerson(id);
            var me = application.getBean(CurrentPerson.class).id();
            var now = application.getBean(Days.class).now();
            return new Linked(
                    linked.state().name(),
                    linked.at() == null ? null : linked.at().toString(),
                    now.dayOf(me).toString(),
                    now.zones().apply(me).getId());
        }

        /** For {@code afterwards.js}. */
        @GET
        @Path("next-task")
        public NextTask.Answer nextTask() {
            return application.getBean(NextTask.class).answer();
        }

        /** For the list of what can be started. */
        @GET
        @Path("starts")
        public List<Start> starts() {
            return application.getBean(MyMentorship.class).page().starts();
        }

        /** For {@code drafts.js}. */
        @GET
        @Path("draft-key")
        public Map<String, String> draftKey() {
            var person = application.getBean(CurrentPerson.class).id();
            return Map.of("key", application.getBean(DraftKeys.class).of(person));
        }

        /** For {@code own-time-zone.js}: what a form that begins something cannot know. */
        @GET
        @Path("mail-settings")
        public Map<String, String> mailSettings() {
            var person = application.getBean(CurrentPerson.class).id();
            var choice =
                    application.getBean(MailChoices.class).findById(person).orElseGet(() -> MailChoice.usual(person));
            return Map.of("digest", choice.digest() ? "yes" : "no");
        }

        /** For {@code own-profile.js}: what somebody has said of themself, for nobody else. */
        @GET
        @Path("profile")
        public Profiles.Own profile() {
            var person = application.getBean(CurrentPerson.class);
            var id = person.id();
            return person.lookUp(() -> application.getBean(Profiles.class).of(id));
        }

        /** For {@code people.js}: whom they may choose where a form asks for somebody. */
        @GET
        @Path("people")
        public List<NamedPeople.Entry> people() {
            return application.getBean(NamedPeople.class).entries();
        }

        /** A page of its own, to be read and printed. */
        @GET
        @Path("everything-about-me")
        @Produces(MediaType.WILDCARD)
        public Response everythingAboutMe() {
            var person = application.getBean(CurrentPerson.class).id();
            var language = application.getBean(ReadersLanguage.class).of(person);
            return Response.ok(
                            application.getBean(EverythingPage.class).html(language),
                            MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .header("Content-Security-Policy", org.reps.mentoring.page.Pages.POLICY)
                    .build();
        }

        /** The same for another program. */
        @GET
        @Path("everything-about-me.json")
        public Response everythingAsJson() {
            return Response.ok(
                            application.getBean(EverythingPage.class).json(),
                            MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .header("Content-Disposition", "attachment; filename=\"everything-about-me.json\"")
                    .build();
        }

        /** The next meeting with somebody, for a calendar. */
        @GET
        @Path("meetings/{uid}.ics")
        @Produces(MediaType.WILDCARD)
        public Response meeting(@PathParam("uid") String uid) {
            return application
                    .getBean(PairMeetings.class)
                    .file(uid)
                    .map(file -> Response.ok(file, new MediaType("text", "calendar", "UTF-8"))
                            .header("Content-Disposition", "attachment; filename=\"meeting.ics\"")
                            .build())
                    .orElseThrow(() -> new Refusal("There is no such meeting ahead. Please load the page again."));
        }

        /** Writes down a goal of two people. */
        @POST
        @Path("goals")
        @Consumes(MediaType.APPLICATION_JSON)
        public List<PairGoals.Shown> writeGoal(@Nullable Written written) {
            if (written == null || written.mentorship() == null) {
                throw new Refusal("Please say whose goal it is.");
            }
            return application.getBean(PairGoals.class).write(written.mentorship(), written.words());
        }

        /** Changes one; 409 where somebody has done that meanwhile. */
        @POST
        @Path("goals/{id}")
        @Consumes(MediaType.APPLICATION_JSON)
        public Response changeGoal(@PathParam("id") String id, @Nullable Changed changed) {
            if (changed == null || changed.kind() == null || changed.number() == null) {
                throw new Refusal("Please say what to do to the goal.");
            }
            var goals = application.getBean(PairGoals.class);
            try {
                return Response.ok(goals.change(id, changed.number(), changed.kind(), changed.words()))
                        .build();
            } catch (AnsweredAlready tooLate) {
                return Response.status(Response.Status.CONFLICT)
                        .entity(Map.of("message", tooLate.toString(), "goals", goals.besides(id)))
                        .build();
            }
        }

        @GET
        @Path("mentors")
        public List<MentorList.Entry> mentors() {
            return application.getBean(MentorList.class).entries();
        }
    }

    /**
     * A goal as the page sends it.
     *
     * @param mentorship its id
     */
    public record Written(
            @Nullable String mentorship, @Nullable String words) {}

    /**
     * What to do to a goal.
     *
     * @param number of its last change that somebody has before their eyes
     * @param words where they are changed
     */
    public record Changed(
            @Nullable Integer number,
            GoalChange.@Nullable Kind kind,
            @Nullable String words) {}

    /**
     * What a task is to whoever has opened it.
     *
     * @param at when it was done or taken, where that is known
     * @param today ISO date, the day it is for them
     * @param zone where they live, by which days are reckoned on every page
     */
    public record Linked(String state, @Nullable String at, String today, String zone) {}
}
