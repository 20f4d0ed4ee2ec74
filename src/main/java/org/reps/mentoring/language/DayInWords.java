package org.reps.mentoring.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** A day with its weekday, as people read it: {@code Thursday, 3 December 2026}. */
public final class DayInWords {

    /** As variables and answers hold it. */
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private DayInWords() {}

    public static String of(LocalDate day, String language) {
        return language.equals(Translations.ENGLISH)
                ? ENGLISH.format(day)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(Locale.forLanguageTag(language))
                        .format(day);
    }

    /** A text in which there is nothing but a day, with this day in words; any other text as it is. */
    public static String read(String text, String language) {
        if (!ISO.matcher(text).matches()) {
            return text;
        }
        try {
            return of(LocalDate.parse(text), language);
        } catch (DateTimeException noSuchDay) {
            return text;
        }
    }
}
