package org.reps.mentoring;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/**
 * A method and an address that Camunda's web applications answer to.
 *
 * @param path with its parameters in braces
 */
record Route(String method, String path) {

    private static final Map<String, Application> MOUNTS = Map.of(
            "/camunda/api/engine", new EngineRestApplication(),
            "/camunda/api/cockpit", new CockpitApplication(),
            "/camunda/api/admin", new AdminApplication(),
            "/camunda/api/tasklist", new TasklistApplication(),
            "/camunda/api/welcome", new WelcomeApplication());

    /** All of them, read from the annotations of the classes that answer; only once the application is up. */
    static Set<Route> all() {
        var routes = new TreeSet<Route>(Comparator.comparing(Route::path).thenComparing(Route::method));
        MOUNTS.forEach((mount, application) -> application
                .getClasses()
                .forEach(resource -> annotation(resource, Path.class)
                        .ifPresent(path -> collect(resource, mount + slash(path.value()), routes))));
        return routes;
    }

    /** Those that begin like this, with their methods. */
    static List<String> under(String path) {
        return all().stream()
                .filter(route -> route.path().startsWith(path))
                .map(route -> route.method() + " " + route.path())
                .toList();
    }

    private static void collect(Class<?> resource, String path, Set<Route> routes) {
        for (var method : resource.getMethods()) {
            var own = annotation(method, Path.class)
                    .map(below -> path + slash(below.value()))
                    .orElse(path);
            var verb = Stream.of(method)
                    .flatMap(Route::declarations)
                    .flatMap(declaration -> Arrays.stream(declaration.getAnnotations()))
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(found -> found != null)
                    .findFirst();
            if (verb.isPresent()) {
                routes.add(new Route(verb.get().value(), own));
            } else if (annotation(method, Path.class).isPresent()) {
                collect(method.getReturnType(), own, routes);
            }
        }
    }

    /**
     * The address with values for its parameters.
     *
     * @param values what stands for a parameter, by what stands before it
     * @param otherwise what stands for the others
     */
    String with(Map<String, String> values, String otherwise) {
        var filled = new StringBuilder();
        var before = "";
        for (var part : path.substring(1).split("/", -1)) {
            var value = part;
            if (part.startsWith("{")) {
                value = values.getOrDefault(before, otherwise);
            }
            filled.append('/').append(value);
            before = part;
        }
        return filled.toString();
    }

    private static String slash(String path) {
        // A parameter may have a pattern, in which there may be slashes.
        var plain = path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
        var trimmed = plain.replaceAll("^/|/$", "");
        return trimmed.isEmpty() ? "" : "/" + trimmed;
    }

    private static <A extends Annotation> Optional<A> annotation(Class<?> type, Class<A> annotation) {
        return Stream.concat(Stream.of(type), supertypes(type))
                .filter(declared -> declared.isAnnotationPresent(annotation))
                .map(declared -> declared.getAnnotation(annotation))
                .findFirst();
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> annotation) {
        return declarations(method)
                .filter(declared -> declared.isAnnotationPresent(annotation))
                .map(declared -> declared.getAnnotation(annotation))
                .findFirst();
    }

    /** The method itself and those it overrides. */
    private static Stream<Method> declarations(Method method) {
        return Stream.concat(Stream.of(method.getDeclaringClass()), supertypes(method.getDeclaringClass()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(declared -> declared.getName().equals(method.getName())
                        && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes()));
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .flatMap(parent -> Stream.concat(Stream.of(parent), supertypes(parent)));
    }
}
