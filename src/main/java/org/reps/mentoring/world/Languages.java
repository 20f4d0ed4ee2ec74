package org.reps.mentoring.world;

import static java.util.stream.Collectors.toMap;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    private static final Map<String, String> NAMED = sorted();
    private static final Map<Locale, Map<String, String>> NAMES_IN = new ConcurrentHashMap<>();

    private Languages() {}

    /**
     * The languages that people can choose: common ones, then all others, sorted by their English names, each with the
     * name it has for those who speak it, and in the end {@link #OTHER}.
     *
     * @return names by code
     */
    public static Map<String, String> named() {
        return NAMED;
    }

    /** The English name of a language; its code when it has none. */
    public static String name(String code) {
        return switch (code) {
            case OTHER -> "Another language";
            // The name in the JDK is hardly known to those who look for it.
            case "bn" -> "Bengali (Bangla)";
            default -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        };
    }

    /** The names of languages as they are called in another, by their English names. */
    public static Map<String, String> namesIn(Locale reader) {
        return NAMES_IN.computeIfAbsent(reader, locale -> {
            var names = new HashMap<String, String>();
            NAMED.keySet().stream().filter(code -> !code.equals(OTHER)).forEach(code -> {
                var there = Locale.forLanguageTag(code).getDisplayLanguage(locale);
                names.put(name(code), there.equals(code) ? name(code) : there);
            });
            return Map.copyOf(names);
        });
    }

    /** What those who speak a language call it; in some it begins with a small letter. */
    public static String ownName(String code) {
        var language = Locale.forLanguageTag(code);
        return StringUtils.capitalize(language.getDisplayLanguage(language));
    }

    private static Map<String, String> sorted() {
        var codes = Stream.concat(
                        Stream.of(Locale.getISOLanguages()),
                        // Those with three letters; of them the JDK lists only what it can format dates for.
                        Stream.of(Locale.getAvailableLocales()).map(Locale::getLanguage))
                // Some have an earlier code, too.
                .map(code -> Locale.forLanguageTag(code).getLanguage())
                .filter(code -> !name(code).equals(code))
                .distinct()
                .toList();
        var named = new LinkedHashMap<String, String>();
        byName(COMMON.stream()).forEach((name, code) -> named.put(code, withOwn(name, code)));
        byName(codes.stream()).forEach((name, code) -> named.putIfAbsent(code, withOwn(name, code)));
        named.put(OTHER, name(OTHER));
        return Collections.unmodifiableMap(named);
    }

    /** Not everybody who speaks a language knows its English name. */
    private static String withOwn(String name, String code) {
        var language = Locale.forLanguageTag(code);
        var own = language.getDisplayLanguage(language);
        if (name.contains(own)) {
            return name;
        }
        return name.endsWith(")") ? name.substring(0, name.length() - 1) + ", " + own + ")" : name + " (" + own + ")";
    }

    private static TreeMap<String, String> byName(Stream<String> codes) {
        return codes.collect(toMap(Languages::name, code -> code, (one, other) -> one, TreeMap::new));
    }
}
