package org.reps.mentoring.world;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time zones of the running JDK. The lists in the folder {@code world} only add words to search for, which no JDK
 * has: the country of a zone, what else that is called, and large cities no zone is named after. A zone that is on no
 * list is offered all the same, and one that this JDK does not know is not.
 */
public final class Zones {

    private static final Logger LOG = LoggerFactory.getLogger(Zones.class);

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Zones in which somebody lives, unlike {@code Etc/GMT+5}. */
    private static final Pattern PLACE = Pattern.compile(
            "(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/(?:(.+)/)?([^/]+)");

    private static final Map<String, List<String>> COUNTRY_WORDS = words("/world/countries.txt");

    private static final Map<Locale, Map<String, String>> NAMED = new ConcurrentHashMap<>();

    /** What was warned of. */
    private static final Set<String> UNKNOWN = ConcurrentHashMap.newKeySet();

    private Zones() {}

    /**
     * The zone that is kept under this name. One that this JDK does not know, because another one has offered it, reads
     * as UTC, with a warning in the log: a time that is told in UTC is right, and one mail that cannot be written must
     * not keep others from being written.
     */
    public static ZoneId of(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            if (UNKNOWN.add(id)) {
                LOG.warn(
                        "Somebody lives in the time zone \"{}\", which this JDK does not know; it reads as UTC. A newer"
                                + " JDK may know it, and they can choose another in their profile.",
                        id);
            }
            return UTC;
        }
    }

    /**
     * The zones that people can choose, each with the words by which they find it: city, country, other cities and
     * earlier names, what the country is called there and elsewhere, what its time is called. Sorted by city, UTC is
     * the last.
     *
     * @return texts by IANA name
     */
    public static Map<String, String> named() {
        return named(Locale.ENGLISH);
    }

    /** The same, with countries and times as whoever reads it calls them, beside what they are called in English. */
    public static Map<String, String> named(Locale reader) {
        return NAMED.computeIfAbsent(
                reader,
                language -> named(ZoneId.getAvailableZoneIds(), countries(), words("/world/cities.txt"), language));
    }

    /**
     * @param known the names that a JDK knows
     * @param countries codes of countries by zone
     * @param cities large cities by zone
     * @param reader in whose language countries and times are called
     */
    static Map<String, String> named(
            Set<String> known, Map<String, String> countries, Map<String, List<String>> cities, Locale reader) {
        var places = known.stream().filter(Zones::isPlace).sorted().toList();
        var listed = places.stream().filter(countries::containsKey).collect(groupingBy(Zones::rules));
        var others = places.stream().filter(not(countries::containsKey)).collect(groupingBy(Zones::rules));
        var names = new TreeMap<String, String>();
        listed.forEach((rules, ids) -> {
            // Another name of the same clocks is an earlier one, unless it could be of any of several.
            var earlier = ids.size() == 1 ? others.getOrDefault(rules, List.of()) : List.<String>of();
            for (var id : ids) {
                var words = new LinkedHashSet<>(cities.getOrDefault(id, List.of()));
                earlier.stream().map(Zones::city).forEach(words::add);
                var code = Objects.requireNonNull(countries.get(id));
                var country = countryOf(code, reader);
                otherNamesOf(code).filter(not(country::equals)).forEach(words::add);
                names.put(text(id, country, words, reader), id);
            }
        });
        others.forEach((rules, ids) -> {
            // Younger than the list.
            if (!listed.containsKey(rules)) {
                ids.forEach(id -> names.put(text(id, "", Set.of(), reader), id));
            }
        });
        var named = new LinkedHashMap<String, String>();
        names.forEach((text, id) -> named.put(id, text));
        named.put(UTC.getId(), "UTC, " + timeOf(UTC, reader));
        return Collections.unmodifiableMap(named);
    }

    private static String text(String id, String country, Set<String> words, Locale reader) {
        var place = PLACE.matcher(id.replace('_', ' '));
        var where = place.matches() ? Stream.of(place.group(2), place.group(1), country) : Stream.of(id);
        var parts = Stream.of(
                where.filter(Objects::nonNull).filter(not(String::isEmpty)).distinct(),
                words.stream().filter(not(city(id)::equals)),
                Stream.of(timeOf(ZoneId.of(id), reader)));
        return parts.map(part -> part.collect(joining(", ")))
                        .filter(not(String::isEmpty))
                        .collect(joining(" – ")) + " (" + id + ")";
    }

    private static boolean isPlace(String id) {
        return PLACE.matcher(id).matches();
    }

    private static String city(String id) {
        return PLACE.matcher(id).replaceFirst("$2").replace('_', ' ');
    }

    private static String timeOf(ZoneId zone, Locale reader) {
        return zone.getDisplayName(TextStyle.FULL, reader);
    }

    /** What people call it besides, in English, and its names in the languages that are spoken there. */
    private static Stream<String> otherNamesOf(String code) {
        return Stream.concat(
                Stream.concat(
                        COUNTRY_WORDS.getOrDefault(code, List.of()).stream(),
                        Stream.of(countryOf(code, Locale.ENGLISH))),
                Stream.of(Locale.getAvailableLocales())
                        .filter(locale -> locale.getCountry().equals(code))
                        .map(locale -> countryOf(code, locale))
                        .sorted());
    }

    private static String countryOf(String code, Locale language) {
        // Keyboards have no curly apostrophe, as in Côte d’Ivoire.
        return new Locale("", code).getDisplayCountry(language).replace('’', '\'');
    }

    private static ZoneRules rules(String id) {
        return ZoneId.of(id).getRules();
    }

    private static Map<String, String> countries() {
        return lines("/world/zone.tab").stream()
                .map(line -> line.split("\t"))
                .collect(toMap(columns -> columns[2], columns -> columns[0]));
    }

    private static Map<String, List<String>> words(String list) {
        return lines(list).stream()
                .map(line -> line.split(": ", 2))
                .collect(toMap(columns -> columns[0], columns -> List.of(columns[1].split(", "))));
    }

    private static List<String> lines(String list) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Zones.class.getResourceAsStream(list)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
