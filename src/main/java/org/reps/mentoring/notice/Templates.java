package org.reps.mentoring.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * <p>Another language is a {@code messages_xx.properties} and a {@code <notice>_xx.txt} for each notice; what is not
 * there is English.
 */
@Component
class Templates {

    private final Locale language;
    private final URI ours;
    private final ProgrammeLinks links;
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<String, Notice> notices = new ConcurrentHashMap<>();

    Templates(MailSettings settings, ProgrammeLinks links) {
        this.links = links;
        language = settings.language();
        ours = settings.baseUrl();
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
     * @param values what the template needs; days are written out
     * @param link where the button leads
     * @param linkLabel key of the button's label in the messages
     */
    Letter letter(String notice, Map<String, ?> values, String link, String linkLabel, @Nullable LocalDate due) {
        var model = new HashMap<String, @Nullable Object>();
        values.forEach((name, value) -> model.put(name, value instanceof LocalDate day ? day(day) : value));
        var mark = UUID.randomUUID().toString();
        model.put("link", mark + link);
        model.put("leadsTo", mark);
        model.put("links", links);
        var context = new Context(language, model);
        var template = notices.computeIfAbsent(notice, this::read);
        return Letter.of(
                engine.process(template.subject(), context),
                engine.process(template.because(), context),
                engine.process(template.body(), context),
                mark,
                ours,
                links.addresses(),
                link,
                message(linkLabel),
                due == null ? null : day(due));
    }

    /**
     * @param reach what stands in place of how to reach the other one of whom it is; empty where it is of nobody else
     */
    String text(Letter letter, String recipient, String reach) {
        return engine.process("mail/layout.txt", layoutOf(letter, recipient, reach));
    }

    String html(Letter letter, String recipient, String reach) {
        return engine.process("mail/layout.html", layoutOf(letter, recipient, reach));
    }

    /** A day as people read it. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(message("day"), language).format(day);
    }

    private Context layoutOf(Letter letter, String recipient, String reach) {
        return new Context(
                language,
                Map.of("letter", letter, "recipient", recipient, "reach", reach, "language", language.toLanguageTag()));
    }

    private String message(String key) {
        return messages.getMessage(key, null, language);
    }

    private Notice read(String name) {
        var translated = new ClassPathResource("mail/" + name + "_" + language.getLanguage() + ".txt");
        var file = translated.exists() ? translated : new ClassPathResource("mail/" + name + ".txt");
        try {
            return Notice.read(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no template for the notice " + name, e);
        }
    }

    private static ClassLoaderTemplateResolver layout(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setResolvablePatterns(Set.of("mail/layout" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    /** The parts of a template: the lines {@code Subject:} and {@code Because:}, and all that comes after them. */
    private record Notice(String subject, String because, String body) {

        private static Notice read(String file) {
            var lines = file.lines().toList();
            return new Notice(
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
