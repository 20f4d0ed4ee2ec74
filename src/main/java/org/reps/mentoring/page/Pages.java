package org.reps.mentoring.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Pages of our own on the way in and out, from the templates in {@code pages}. Nobody keeps them, and nobody puts them
 * into a page of theirs.
 */
public final class Pages {

    /** The {@code Content-Security-Policy} of each: nothing but our own files, and no form that leads elsewhere. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final SpringTemplateEngine ENGINE = new SpringTemplateEngine();

    static {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("pages/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ENGINE.addTemplateResolver(templates);
    }

    private Pages() {}

    /**
     * A page with these values, each of which is only text there.
     *
     * @param template its name, without the folder and {@code .html}
     */
    public static String html(String template, Map<String, ?> values) {
        return ENGINE.process(template, new Context(Locale.ENGLISH, Map.copyOf(values)));
    }
}
