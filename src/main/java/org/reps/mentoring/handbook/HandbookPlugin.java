package org.reps.mentoring.handbook;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.reps.mentoring.handbook.Chapter.Letter;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Brings the page <em>How it works</em> into Tasklist. Its scripts are in {@code plugin-webapp/handbook/app}; what they
 * show comes from below {@code /camunda/api/tasklist/plugin/handbook/default}, which asks for a login.
 */
public final class HandbookPlugin extends AbstractTasklistPlugin {

    private static final String ID = "handbook";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Set<Class<?>> getResourceClasses() {
        return Set.of(Root.class);
    }

    /** The plugin's own address, with its scripts, which everybody may load. */
    @Path("plugin/" + ID)
    public static final class Root extends AbstractTasklistPluginRootResource {

        public Root() {
            super(ID);
        }

        @Override
        protected List<String> getAllowedAssets() {
            return List.of(
                    "app/plugin.js", "app/handbook-page.js", "app/drawing.js", "app/suggestions.js", "app/plugin.css");
        }

        /** The engine's name is no parameter, so it cannot be {@code static}, below which nothing is guarded. */
        @Path("default")
        public Pages pages() {
            return new Pages(WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                    .getBean(HandbookPages.class));
        }
    }

    /** What the page shows to whoever is logged in. */
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Pages {

        private final HandbookPages pages;

        Pages(HandbookPages pages) {
            this.pages = pages;
        }

        @GET
        @Path("how-it-works")
        public HandbookPages.Index index() {
            return pages.index();
        }

        @GET
        @Path("how-it-works/{process}")
        public HandbookPages.Page chapter(@PathParam("process") String process) {
            return pages.chapter(process);
        }

        @GET
        @Path("diagram/{process}")
        public Map<String, String> diagram(@PathParam("process") String process) {
            return pages.diagram(process);
        }

        @GET
        @Path("rules")
        public RuleBook rules() {
            return pages.ruleBook();
        }

        @GET
        @Path("mails")
        public List<Letter> mails() {
            return pages.otherMails();
        }
    }
}
