package org.reps.mentoring.tasklist;

import jakarta.ws.rs.GET;
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
import org.reps.mentoring.mentorscall.NextCall;
import org.reps.mentoring.mentorscall.NextCallPages;
import org.reps.mentoring.mymentorship.MentorList;
import org.reps.mentoring.mymentorship.MyMentorship;
import org.reps.mentoring.mymentorship.Page;
import org.reps.mentoring.mymentorship.Start;
import org.reps.mentoring.pair.PairMeetings;
import org.reps.mentoring.pair.SharedListPages;
import org.reps.mentoring.pair.SharedLists;
import org.reps.mentoring.profile.Profiles;
import org.reps.mentoring.recognition.RecognisedPeople;
import org.reps.mentoring.recognition.RecognitionPages;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.suggestion.SuggestionList;
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

        /** For {@code clock.js}: by what whoever reads reckons days, on every page. */
        @GET
        @Path("clock")
        public Clock clock() {
            var me = application.getBean(CurrentPerson.class).id();
            var now = application.getBean(Days.class).now();
            return new Clock(now.moment().toString(), now.zones().apply(me).getId());
        }

        /** For {@code task-page.js}: what a task is to whoever has opened it. */
        @GET
        @Path("task/{id}")
        public Linked task(@PathParam("id") String id) {
            var linked = application.getBean(LinkedTasks.class).forCurrentPerson(id);
            return new Linked(
                    linked.state().name(),
                    linked.at() == null ? null : linked.at().toString());
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

        /** The goals of two people. */
        @Path("goals")
        public SharedListPages goals() {
            return new SharedListPages(application.getBean(SharedLists.class), SharedLists.Which.GOALS);
        }

        /** The points of the plan that they made in their last yearly meeting. */
        @Path("plan")
        public SharedListPages plan() {
            return new SharedListPages(application.getBean(SharedLists.class), SharedLists.Which.PLAN);
        }

        /** What people recognise in each other. */
        @Path("recognitions")
        public RecognitionPages recognitions() {
            return new RecognitionPages(application.getBean(RecognisedPeople.class));
        }

        /** The next call of all mentors. */
        @Path("mentors-call")
        public NextCallPages mentorsCall() {
            return new NextCallPages(application.getBean(NextCall.class));
        }

        /** What has been suggested, and what became of it. */
        @GET
        @Path("suggestions")
        public List<SuggestionList.Shown> suggestions() {
            return application.getBean(SuggestionList.class).entries();
        }

        @GET
        @Path("mentors")
        public List<MentorList.Entry> mentors() {
            return application.getBean(MentorList.class).entries();
        }
    }

    /**
     * By what days are reckoned.
     *
     * @param now the moment it is by the programme's clock, as a browser's may be wrong
     * @param zone where whoever reads lives
     */
    public record Clock(String now, String zone) {}

    /**
     * What a task is to whoever has opened it.
     *
     * @param at when it was done or taken, where that is known
     */
    public record Linked(String state, @Nullable String at) {}
}
