package org.reps.mentoring.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Pages from the templates in {@code pages}, which nobody keeps and nobody puts into a page of theirs. */
@Component
public class Pages {

    /** Nothing but our own files, and no form that leads elsewhere. */
    public static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    Pages() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("pages/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.addTemplateResolver(templates);
    }

    public ResponseEntity<String> page(HttpStatus status, String template, Map<String, ?> values) {
        return page(ResponseEntity.status(status), template, values);
    }

    public ResponseEntity<String> page(BodyBuilder answer, String template, Map<String, ?> values) {
        return answer.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .body(written(template, values));
    }

    /**
     * The HTML of a page, for whoever answers in another way; with {@link #POLICY}.
     *
     * @param template its name in {@code pages}
     */
    public String written(String template, Map<String, ?> values) {
        return engine.process(template, new Context(Locale.ENGLISH, Map.copyOf(values)));
    }
}
