package org.reps.mentoring.everything;

import static org.reps.mentoring.language.Translations.OF_ANSWERS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.reps.mentoring.calendar.MeetingTime;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.everything.Everything.Fact;
import org.reps.mentoring.page.Pages;
import org.reps.mentoring.world.Languages;
import org.springframework.stereotype.Component;

/** {@link EverythingAboutMe} as somebody reads it, and as another program does. */
@Component
public class EverythingPage {
    private static final ResourceBundle CHOICES = ResourceBundle.getBundle("pages.kept", Locale.ROOT);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final EverythingAboutMe everything;
    private final TimeZones zones;

    EverythingPage(EverythingAboutMe everything, TimeZones zones) {
        this.everything = everything;
        this.zones = zones;
    }

    /** A page to read and print, with the days and times of whoever reads it, in the language of this code. */
    public String html(String language) {
        var file = everything.file();
        var zone = zones.of(file.userId());
        return Pages.html(
                language,
                "everything-about-me",
                Map.of(
                        "file",
                        file,
                        "at",
                        MeetingTime.text(file.at(), zone, language),
                        "sections",
                        file.sections().stream()
                                .map(section -> new Shown(
                                        section.title(),
                                        section.entries().stream()
                                                .map(entry -> entry.facts().stream()
                                                        .map(fact -> new Line(
                                                                fact.label(),
                                                                text(fact, section.source(), zone, language)))
                                                        .toList())
                                                .toList()))
                                .toList()));
    }

    public String json() {
        try {
            return JSON.writeValueAsString(everything.file());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Fact fact, String table, ZoneId zone, String language) {
        if (fact.value() instanceof Instant moment) {
            return MeetingTime.ofDay(moment, zone, language);
        }
        if (fact.value() instanceof LocalDate day) {
            return MeetingTime.day(day, language);
        }
        if (fact.value() instanceof Boolean yes) {
            return OF_ANSWERS.in(language, yes ? "yes" : "no");
        }
        if (fact.value() instanceof List<?> several) {
            return several.stream()
                    .map(String::valueOf)
                    .map(one -> fact.name().equals("languages")
                            ? OF_ANSWERS.in(language, Languages.name(one, Locale.forLanguageTag(language)))
                            : one)
                    .collect(Collectors.joining(", "));
        }
        var text = fact.value().toString();
        var choice = table + "." + fact.name() + "." + text;
        return fact.choice() && CHOICES.containsKey(choice) ? OF_ANSWERS.in(language, CHOICES.getString(choice)) : text;
    }

    /** A section as it is read. */
    record Shown(String title, List<List<Line>> entries) {}

    record Line(String label, String text) {}
}
