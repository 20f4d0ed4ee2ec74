package org.reps.mentoring.world;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** The languages of ISO 639 that the running JDK has names for. */
public final class Languages {

    /** What somebody says whose language is not among them; two who say so need not understand each other. */
    public static final String OTHER = "other";

    /** Many reps speak them, so they come first. */
    private static final List<String> COMMON = List.of(
            "ar", "bn", "bg", "ca", "zh", "hr", "cs", "da", "nl", "en", "fi", "fr", "de", "el", "he", "hi", "hu", "id",
            "it", "ja", "ko", "ms", "no", "fa", "pl", "pt", "ro", "ru", "sr", "sk", "es", "sw", "sv", "tl", "ta", "te",
            "th", "tr", "uk", "ur", "vi");

    private static final Map<Locale, Map<String, String>> NAMED = new ConcurrentHashMap<>();
    private static final Map<Locale, Map<String, String>> NAMES_IN = new ConcurrentHashMap<>();

    private Languages() {}

    /**
     * The languages that people can choose: common ones, then all others, sorted by the names that they have for
     * whoever reads them, each with the name it has for those who speak it, and in the end {@link #OTHER}, in English.
     *
     * @return names by code
     */
    public static Map<String, String> named(Locale reader) {
        return NAMED.computeIfAbsent(reader, Languages::sorted);
    }

    /** The codes of all that people can choose. */
    public static Set<String> codes() {
        return named(Locale.ENGLISH).keySet();
    }

    /** The English name of a language; its code when it has none. */
    public static String name(String code) {
        return name(code, Locale.ENGLISH);
    }

    /**
     * The name of a language for whoever reads it; the English one when it has none there, its code when none at all.
     */
    public static String name(String code, Locale reader) {
        if (code.equals(OTHER)) {
            return "Another language";
        }
        // The name in the JDK is hardly known to those who look for it.
        if (code.equals("bn") && reader.equals(Locale.ENGLISH)) {
            return "Bengali (Bangla)";
        }
        var language = Locale.forLanguageTag(code);
        var there = language.getDisplayLanguage(reader);
        return there.equals(code) ? language.getDisplayLanguage(Locale.ENGLISH) : there;
    }

    /** The names of languages as they are called in another, by their English names. */
    public static Map<String, String> namesIn(Locale reader) {
        return NAMES_IN.computeIfAbsent(reader, locale -> {
            var names = new HashMap<String, String>();
            codes().stream()
                    .filter(code -> !code.equals(OTHER))
                    .forEach(code -> names.put(name(code), name(code, locale)));
            return Map.copyOf(names);
        });
    }

    /** What those who speak a language call it; in some it begins with a small letter. */
    public static String ownName(String code) {
        var language = Locale.forLanguageTag(code);
        return StringUtils.capitalize(language.getDisplayLanguage(language));
    }

    private static Map<String, String> sorted(Locale reader) {
        var codes = Stream.concat(
                        Stream.of(Locale.getISOLanguages()),
                        // Those with three letters; of them the JDK lists only what it can format dates for.
                        Stream.of(Locale.getAvailableLocales()).map(Locale::getLanguage))
                // Some have an earlier code, too.
                .map(code -> Locale.forLanguageTag(code).getLanguage())
                .filter(code -> !name(code).equals(code))
                .distinct();
        var named = new LinkedHashMap<String, String>();
        byName(COMMON.stream(), reader).forEach(code -> named.put(code, withOwn(code, reader)));
        byName(codes, reader).forEach(code -> named.putIfAbsent(code, withOwn(code, reader)));
        named.put(OTHER, name(OTHER));
        return Collections.unmodifiableMap(named);
    }

    /** Not everybody who speaks a language knows its name in another. */
    private static String withOwn(String code, Locale reader) {
        var name = name(code, reader);
        var language = Locale.forLanguageTag(code);
        var own = language.getDisplayLanguage(language);
        if (name.contains(own)) {
            return name;
        }
        return name.endsWith(")") ? name.substring(0, name.length() - 1) + ", " + own + ")" : name + " (" + own + ")";
    }

    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Two of one name in English are one. */
    private static List<String> byName(Stream<String> codes, Locale reader) {
        var byName = codes.collect(toMap(Languages::name, code -> code, (one, other) -> one));
        return byName.values().stream()
                .sorted(comparing(code -> withoutAccents(name(code, reader))))
                .toList();
    }
}
