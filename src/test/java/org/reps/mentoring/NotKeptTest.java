package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.annotation.AnnotationUtils.findAnnotation;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.webapp.AppRuntimeDelegate;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthenticationResource;
import org.camunda.bpm.welcome.Welcome;
import org.junit.jupiter.api.Test;

/**
 * What comes from any address from which something can be read is kept by neither browser nor proxy. Whatever stands in
 * an address in place of an id is "static" here, under which scripts are found elsewhere.
 */
class NotKeptTest extends AdversarialTest {

    private static final String IN_PLACE_OF_AN_ID = "static";

    /** All scripts have the same words for everybody. */
    private static final String SCRIPTS = ".*/plugin/[^/]+/static/.*";

    @Test
    void nothing_the_engine_tells_is_kept() {
        var all = addresses("/camunda/api/engine", NamedProcessEngineRestServiceImpl.class);

        assertThat(all)
                .hasSizeGreaterThan(200)
                .contains(
                        "/camunda/api/engine/engine/default/user/static/profile",
                        "/camunda/api/engine/engine/default/task/static/variables/static/data",
                        "/camunda/api/engine/engine/default/process-definition/key/static/deployed-start-form");
        assertNotKept(all);
    }

    @Test
    void nothing_that_programs_of_analysts_get_is_kept() {
        var all = addresses(
                "/engine-rest", NamedProcessEngineRestServiceImpl.class, DefaultProcessEngineRestServiceImpl.class);

        assertThat(all)
                .hasSizeGreaterThan(400)
                .contains("/engine-rest/task/static/form-variables", "/engine-rest/engine/default/task/static");
        assertNotKept(all);
    }

    @Test
    void nothing_that_pages_show_is_kept() {
        var all = new TreeSet<String>();
        all.addAll(ofPlugins("/camunda/api/cockpit", Cockpit.getRuntimeDelegate()));
        all.addAll(ofPlugins("/camunda/api/tasklist", Tasklist.getRuntimeDelegate()));
        all.addAll(ofPlugins("/camunda/api/admin", Admin.getRuntimeDelegate()));
        all.addAll(ofPlugins("/camunda/api/welcome", Welcome.getRuntimeDelegate()));
        all.addAll(addresses("/camunda/api/admin", UserAuthenticationResource.class));

        assertThat(all)
                .hasSizeGreaterThan(15)
                .contains(
                        "/camunda/api/admin/auth/user/default",
                        "/camunda/api/tasklist/plugin/mentoring/default/draft-key",
                        "/camunda/api/tasklist/plugin/mentoring/default/my-mentorship",
                        "/camunda/api/cockpit/plugin/council/default/programme");
        assertNotKept(all);
    }

    private void assertNotKept(Set<String> addresses) {
        var analyst =
                TasklistSession.anonymous(address()).sending("Authorization", "Basic YW5uYTptZW50b3JpbmctZGVtbw==");
        for (var address : addresses) {
            var asking = address.startsWith("/engine-rest")
                    ? List.of(analyst)
                    : List.of(as("carmen"), TasklistSession.anonymous(address()));
            for (var session : asking) {
                var answer = session.get(address);
                assertThat(answer.headers().allValues("Cache-Control"))
                        .as(address + " " + answer.status())
                        .containsExactly("no-store");
            }
        }
    }

    private static Set<String> ofPlugins(String api, AppRuntimeDelegate<?> application) {
        var all = new TreeSet<String>();
        application
                .getAppPluginRegistry()
                .getPlugins()
                .forEach(plugin ->
                        all.addAll(addresses(api, plugin.getResourceClasses().toArray(Class<?>[]::new))));
        return all;
    }

    /** All addresses below one from which these and what they lead to can be read. */
    private static Set<String> addresses(String api, Class<?>... resources) {
        var all = new TreeSet<String>();
        for (var resource : resources) {
            var path = findAnnotation(resource, Path.class);
            collect(api + "/" + (path == null ? "" : path.value()), resource, Set.of(), all);
        }
        all.removeIf(address -> address.matches(SCRIPTS));
        return all;
    }

    private static void collect(String address, Class<?> resource, Set<Class<?>> above, Set<String> all) {
        if (above.contains(resource)) {
            return;
        }
        var here = new HashSet<>(above);
        here.add(resource);
        for (var method : resource.getMethods()) {
            var path = findAnnotation(method, Path.class);
            var below = path == null ? address : address + "/" + path.value();
            if (findAnnotation(method, GET.class) != null) {
                all.add(written(below));
            } else if (path != null
                    && Stream.of(POST.class, PUT.class, DELETE.class, OPTIONS.class)
                            .allMatch(other -> findAnnotation(method, other) == null)) {
                collect(below, method.getReturnType(), here, all);
            }
        }
    }

    private static String written(String address) {
        return address.replaceAll("\\{\\s*(name|engine|engineName|processEngineName)\\s*(:[^}]*)?}", "default")
                .replaceAll("\\{[^}]*}", IN_PLACE_OF_AN_ID)
                .replaceAll("/+", "/")
                .replaceFirst("(?<=.)/$", "");
    }
}
