package org.reps.mentoring.letter;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.TranslatedFile;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.rules.ProgrammeLinks;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * The templates in {@code mail}: one text for each notice, and one layout that makes a mail in plain text and HTML of
 * all of them. The words that all mails share are in {@code messages.properties}.
 *
 * <p>Another language is a {@code messages_xx.properties} and a folder {@code xx} with the same texts. Each begins with
 * a line that says of which English text it is the translation; what is not there, or of an earlier text, is English.
 */
@Component
public class Templates {

    /** Values in the programme's own words: names and documentation of tasks, options of forms, spans of time. */
    private static final Set<String> PROGRAMMES_OWN = Set.of("task", "why", "contactEvery", "erasedAfter");

    private final URI ours;
    private final String choice;
    private final ProgrammeLinks links;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<String, Notice> notices = new ConcurrentHashMap<>();

    Templates(MailSettings settings, ProgrammeLinks links) {
        this.links = links;
        ours = settings.baseUrl();
        choice = settings.choice();
        messages.setBasename("mail/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(layout(".txt", TemplateMode.TEXT));
        engine.addTemplateResolver(layout(".html", TemplateMode.HTML));
        var parts = new StringTemplateResolver();
        parts.setTemplateMode(TemplateMode.TEXT);
        parts.setCacheable(true);
        engine.addTemplateResolver(parts);
    }

    /**
     * The template of this notice, filled in. Its parts are filled in one by one, so that nothing that is filled in can
     * become another part. The addresses that lead somewhere are marked in it, with what nobody can know who wrote one
     * of the values: only {@code [(${link})]}, and what comes behind {@code [(${leadsTo})]}: an address of ours, or of
     * {@code links}, where the programme keeps something.
     *
     * @param language of whoever reads it, by its code
     * @param values what the template needs; days are written out, and what are the programme's own words, such as the
     *     name of a task, is said in that language
     * @param link where the button leads
     * @param linkLabel key of the button's label in the messages
     */
    public Letter letter(
            String language,
            String notice,
            Map<String, ?> values,
            String link,
            String linkLabel,
            @Nullable LocalDate due) {
        var model = new HashMap<String, @Nullable Object>();
        values.forEach((name, value) -> model.put(name, said(language, name, value)));
        var mark = UUID.randomUUID().toString();
        model.put("link", mark + link);
        model.put("leadsTo", mark);
        model.put("links", links);
        var template = notice(notice, language);
        var context = new Context(Locale.forLanguageTag(template.language()), model);
        return Letter.of(
                engine.process(template.subject(), context),
                engine.process(template.because(), context),
                engine.process(template.body(), context),
                mark,
                ours,
                links.addresses(),
                link,
                message(template.language(), linkLabel),
                due == null ? null : day(template.language(), due),
                template.language());
    }

    private @Nullable Object said(String language, String name, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day(language, day);
        }
        // What people wrote stays as they wrote it.
        return value instanceof String text && PROGRAMMES_OWN.contains(name)
                ? Translations.OF_ANSWERS.in(
                        language, Translations.OF_FORMS.in(language, Translations.OF_DIAGRAMS.in(language, text)))
                : value;
    }

    /**
     * @param reach what stands in place of how to reach the other one of whom it is; empty where it is of nobody else
     */
    public String text(Letter letter, String recipient, String reach) {
        return engine.process("mail/layout.txt", layoutOf(letter, recipient, reach));
    }

    public String html(Letter letter, String recipient, String reach) {
        return engine.process("mail/layout.html", layoutOf(letter, recipient, reach));
    }

    /** A day as people read it. */
    String day(String language, LocalDate day) {
        return DateTimeFormatter.ofPattern(message(language, "day"), Locale.forLanguageTag(language))
                .format(day);
    }

    private Context layoutOf(Letter letter, String recipient, String reach) {
        return new Context(
                Locale.forLanguageTag(letter.language()),
                Map.of(
                        "letter",
                        letter,
                        "recipient",
                        recipient,
                        "reach",
                        reach,
                        "choice",
                        choice,
                        "language",
                        letter.language()));
    }

    private String message(String language, String key) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }

    private Notice notice(String name, String language) {
        return notices.computeIfAbsent(language + "/" + name, any -> read(name, language));
    }

    private static Notice read(String name, String language) {
        var file = name + ".txt";
        return TranslatedFile.of("mail/", file, language)
                .map(translated ->
                        Notice.read(language, translated.lines().skip(1).toList()))
                .orElseGet(() -> Notice.read(
                        Translations.ENGLISH,
                        TranslatedFile.text(new ClassPathResource("mail/" + file))
                                .lines()
                                .toList()));
    }

    private static ClassLoaderTemplateResolver layout(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setResolvablePatterns(Set.of("mail/layout" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    /** The parts of a template: the lines {@code Subject:} and {@code Because:}, and all that comes after them. */
    private record Notice(String language, String subject, String because, String body) {

        private static Notice read(String language, List<String> lines) {
            return new Notice(
                    language,
                    headline("Subject: ", lines.get(0)),
                    headline("Because: ", lines.get(1)),
                    String.join("\n", List.copyOf(lines.subList(2, lines.size()))));
        }

        private static String headline(String name, String line) {
            if (!line.startsWith(name)) {
                throw new IllegalArgumentException("A template has to begin with \"" + name + "\", not: " + line);
            }
            return line.substring(name.length());
        }
    }
}
