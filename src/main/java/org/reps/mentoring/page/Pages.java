package org.reps.mentoring.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.TranslatedFile;
import org.reps.mentoring.language.Translations;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Pages of our own on the way in and out, from the templates in {@code pages}. Nobody keeps them, and nobody puts them
 * into a page of theirs.
 *
 * <p>Another language is a folder with the same templates, but for the layout; each begins with a comment that says of
 * which English template it is the translation. What is not there, or of an earlier template, is English.
 */
public final class Pages {

    /** The {@code Content-Security-Policy} of each: nothing but our own files, and no form that leads elsewhere. */
    public static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FOLDER = "pages/";

    /** What is said to somebody, and no name or the like. */
    private static final Set<String> OWN_WORDS = Set.of("title", "text", "words", "fault");

    private static final Map<String, Boolean> TRANSLATED = new ConcurrentHashMap<>();

    private static final SpringTemplateEngine ENGINE = new SpringTemplateEngine();

    static {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix(FOLDER);
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        ENGINE.addTemplateResolver(templates);
    }

    private Pages() {}

    /**
     * A page with these values, each of which is only text there.
     *
     * @param language of whoever reads it, by its code
     * @param template its name, without the folder and {@code .html}
     * @param values those in the application's own words are said in that language
     */
    public static String html(String language, String template, Map<String, ?> values) {
        var said = new HashMap<String, @Nullable Object>(values);
        said.replaceAll((name, value) ->
                OWN_WORDS.contains(name) ? Translations.OF_ANSWERS.in(language, String.valueOf(value)) : value);
        said.put("own", new OwnWords(language));
        var isTranslated = TRANSLATED.computeIfAbsent(
                language + "/" + template,
                any -> TranslatedFile.of(FOLDER, template + ".html", language).isPresent());
        var context = new Context(Locale.forLanguageTag(language), said);
        return ENGINE.process(isTranslated ? language + "/" + template : template, context);
    }

    /**
     * Says what a template has from the application, such as a label, in the language of whoever reads it.
     *
     * @param language its code
     */
    public record OwnWords(String language) {

        public String in(String english) {
            return Translations.OF_ANSWERS.in(language, english);
        }
    }
}
