package org.reps.mentoring.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.text.Sha256;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is the same for everybody, and the same until there is another release, comes small and once: scripts and styles
 * are compressed as far as they go, and a browser that has them does not ask again. On a slow line the web applications
 * would be white for a minute and a half otherwise. Nothing that belongs to a person is compressed, as its length could
 * tell what is in it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class SharedFiles extends OncePerRequestFilter {

    private static final String FOR_EVER = "max-age=31536000, immutable";

    private static final String A_DAY = "max-age=86400";

    /** To be asked for each time; when nothing has changed, nothing is sent. */
    private static final String ASK = "no-cache";

    private static final Pattern OF_APPLICATIONS =
            Pattern.compile("/camunda/((?:lib|assets|app/[a-z]+)/(?:[\\w-]+/)*[\\w-]+\\."
                    + "(?:js|css|svg|json|woff2?|ttf|eot|png|gif|ico))");

    private static final Pattern OF_CAMUNDAS_PLUGINS =
            Pattern.compile("/camunda/api/([a-z]+)/plugin/\\1Plugins/static/(app/[\\w-]+\\.(?:js|css))");

    private static final Pattern OF_OUR_PLUGINS = Pattern.compile(
            "(/camunda/api/[a-z]+/plugin/(\\w+)/static/)(app|[\\da-f]{16})(/[\\w-]+\\.(?:js|css|json))");

    /** Where a release puts what is its own; its address is the same with the next release. */
    private static final Pattern OWN = Pattern.compile("app/[a-z]+/(?:scripts|styles)/.*");

    /** A page shows it again and again, and nothing breaks when it is the one of yesterday. */
    private static final Pattern PICTURE = Pattern.compile(".*\\.(?:svg|png|gif|ico)");

    private final Map<String, SharedFile> files = new ConcurrentHashMap<>();
    private final String release = release();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var ours = OF_OUR_PLUGINS.matcher(path);
        var camundas = OF_CAMUNDAS_PLUGINS.matcher(path);
        var application = OF_APPLICATIONS.matcher(path);
        if (application.matches()) {
            var name = application.group(1);
            var kept =
                    PICTURE.matcher(name).matches() ? A_DAY : OWN.matcher(name).matches() ? ASK : kept(request);
            send("META-INF/resources/webjars/camunda/" + name, kept, request, response, chain);
        } else if (camundas.matches()) {
            var name = camundas.group(1) + "/" + camundas.group(2);
            send("META-INF/resources/plugin/" + name, kept(request), request, response, chain);
        } else if (ours.matches()) {
            var name = "plugin-webapp/" + ours.group(2) + "/app" + ours.group(4);
            if (ours.group(3).equals("app") && file(name) != null) {
                // What a script names beside itself is then looked for beside where it has led.
                response.setHeader(HttpHeaders.CACHE_CONTROL, ASK);
                response.setHeader(
                        HttpHeaders.LOCATION, request.getContextPath() + ours.group(1) + release + ours.group(4));
                response.setStatus(HttpStatus.FOUND.value());
            } else {
                // A page that was opened before a release, or that another node has sent, goes on with what there is.
                send(name, ours.group(3).equals(release) ? FOR_EVER : ASK, request, response, chain);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Camunda's pages name their version with each file. */
    private static String kept(HttpServletRequest request) {
        return request.getParameter("bust") == null ? ASK : FOR_EVER;
    }

    private @Nullable SharedFile file(String name) {
        var known = files.get(name);
        if (known != null) {
            return known;
        }
        // Only what there is is remembered, or whoever asks for nonsense fills the memory.
        var resource = new ClassPathResource(name);
        return resource.exists() ? files.computeIfAbsent(name, unused -> SharedFile.read(resource)) : null;
    }

    private void send(
            String name, String kept, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var file = file(name);
        if (file == null) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, kept);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!new ServletWebRequest(request, response).checkNotModified("W/\"" + file.hash() + "\"")) {
            file.send(takesCompressed(request), response);
        }
    }

    private static boolean takesCompressed(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$)).*");
    }

    /** Another text whenever something in a script or style of a plugin is another. */
    private static String release() {
        try {
            var all = new TreeSet<String>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:plugin-webapp/*/app/*.*")) {
                all.add(file.getURL().getPath().replaceFirst(".*plugin-webapp/", "")
                        + Sha256.of(file.getContentAsByteArray()));
            }
            return Sha256.of(all.toString()).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file, kept in memory as it goes over the line.
     *
     * @param hash of what is in it
     * @param content compressed, if it can be
     */
    private record SharedFile(String type, boolean compressed, String hash, byte[] content) {

        /** Fonts and pictures are compressed already. */
        private static final Pattern TEXT = Pattern.compile(".*\\.(?:js|css|svg|json)");

        private static final Pattern WRITTEN_HERE =
                Pattern.compile("plugin-webapp/.*\\.(?:js|css)|.*/tasklist/styles/user-styles\\.css");

        /** What tells whoever changes such a file why it is so: whole lines of it, which take a fifth of the way. */
        private static final Pattern WHY = Pattern.compile("(?m)^[ \\t]*(?://.*|/\\*.*\\*/)\\R");

        static SharedFile read(ClassPathResource resource) {
            try {
                var type = MediaTypeFactory.getMediaType(resource).orElse(MediaType.APPLICATION_OCTET_STREAM);
                var content = withoutWhy(resource.getPath(), resource.getContentAsByteArray());
                var hash = Sha256.of(content);
                return TEXT.matcher(resource.getPath()).matches()
                        ? new SharedFile(type + ";charset=UTF-8", true, hash, compress(content))
                        : new SharedFile(type.toString(), false, hash, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] withoutWhy(String path, byte[] content) {
            return WRITTEN_HERE.matcher(path).matches()
                    ? WHY.matcher(new String(content, UTF_8)).replaceAll("").getBytes(UTF_8)
                    : content;
        }

        private static byte[] compress(byte[] content) throws IOException {
            var compressed = new ByteArrayOutputStream();
            try (var out = new BestGzip(compressed)) {
                out.write(content);
            }
            return compressed.toByteArray();
        }

        void send(boolean mayBeCompressed, HttpServletResponse response) throws IOException {
            response.setContentType(type);
            if (compressed && !mayBeCompressed) {
                new GZIPInputStream(new ByteArrayInputStream(content)).transferTo(response.getOutputStream());
                return;
            }
            if (compressed) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        }
    }

    /** Java has no other way to say how hard to try. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
