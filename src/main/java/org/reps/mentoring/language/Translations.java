package org.reps.mentoring.language;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of one folder in other languages: {@code texts_<language>.json} beside the English ones, by the English
 * text, in sections that are called like what the text stands in. Another language is another file.
 *
 * <p>The English text is the key, so a text that was changed is English until its translation is looked at again, and
 * whoever changes it need not know of translations. A text with places, such as {@code Hold the call with ${mentee}},
 * is found by what was filled into them, too. What is filled in stays as it is, unless the place is called
 * {@code words}, as in {@code ${words-of-what}}: then it is a text of the same folder, or several with commas between
 * them.
 */
public final class Translations {

    /** What everything is written in, and what is read where nothing else is known or there. */
    public static final String ENGLISH = "en";

    private static final Pattern FILE = Pattern.compile("texts_(\\w+)\\.json");
    private static final String LIST = ", ";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    public static final Translations OF_FORMS = new Translations("forms");

    /** Of names and documentation in diagrams. */
    public static final Translations OF_DIAGRAMS = new Translations("bpmn");

    /** Of what pages and mails have from elsewhere than their templates. */
    public static final Translations OF_ANSWERS = new Translations("answers");

    /** Of what diagrams say in their documentation, as far as the handbook tells it, and of decision tables. */
    public static final Translations OF_HANDBOOK = new Translations("handbook");

    private final Map<String, Texts> byLanguage;

    private Translations(String folder) {
        byLanguage = read(folder);
    }

    /** The codes of the languages in which somebody can read, English first. */
    public static List<String> languages() {
        var others = new TreeSet<>(OF_FORMS.byLanguage.keySet());
        return Stream.concat(Stream.of(ENGLISH), others.stream()).toList();
    }

    /**
     * A text in another language.
     *
     * @param section what it stands in; where it says nothing of the text, any other may
     * @return the text itself where it is not translated
     */
    public String in(String language, String section, String english) {
        var texts = byLanguage.get(language);
        return texts == null ? english : texts.of(section, english);
    }

    /** As {@link #in(String, String, String)}, of whatever section. */
    public String in(String language, String english) {
        return in(language, "", english);
    }

    /**
     * A text of this section only, for what stands where people write, too.
     *
     * @param words says what stands in a place for words of the programme
     */
    public String inOnly(String language, String section, String english, UnaryOperator<String> words) {
        var texts = byLanguage.get(language);
        return texts == null ? english : texts.only(section).of(english, words);
    }

    /** What is translated into this language, by section and English text, for whoever judges it. */
    public Map<String, Map<String, String>> all(String language) {
        var texts = byLanguage.get(language);
        return texts == null ? Map.of() : texts.sections();
    }

    private static Map<String, Texts> read(String folder) {
        var found = new LinkedHashMap<String, Texts>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/texts_*.json")) {
                var name = FILE.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    try (var json = file.getInputStream()) {
                        found.put(name.group(1), Texts.of(JSON.readValue(json, new TypeReference<>() {})));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The translations in " + folder + " cannot be read", e);
        }
        return Map.copyOf(found);
    }

    /**
     * @param sections translations by section and English text
     * @param everywhere the same of all sections
     * @param alone each section by itself
     */
    private record Texts(Map<String, Map<String, String>> sections, Known everywhere, Map<String, Known> alone) {

        static Texts of(Map<String, Map<String, String>> sections) {
            var everywhere = new LinkedHashMap<String, String>();
            sections.values().forEach(section -> section.forEach(everywhere::putIfAbsent));
            return new Texts(sections, Known.of(everywhere), new ConcurrentHashMap<>());
        }

        Known only(String section) {
            return alone.computeIfAbsent(section, name -> Known.of(sections.getOrDefault(name, Map.of())));
        }

        String of(String section, String english) {
            var own = sections.getOrDefault(section, Map.of()).get(english);
            return own != null ? own : everywhere.of(english, words -> words(section, words));
        }

        /** Words of the programme, or several with commas between them. */
        private String words(String section, String english) {
            var parts = List.of(english.split(LIST));
            var said = parts.stream().map(one -> of(section, one)).toList();
            var isList =
                    IntStream.range(0, parts.size()).noneMatch(i -> parts.get(i).equals(said.get(i)));
            return isList ? String.join(LIST, said) : of(section, english);
        }
    }

    /**
     * @param texts translations by English text
     * @param withPlaces those with places in them
     */
    private record Known(Map<String, String> texts, List<WithPlaces> withPlaces) {

        static Known of(Map<String, String> texts) {
            return new Known(texts, WithPlaces.among(texts));
        }

        String of(String english, UnaryOperator<String> words) {
            var exact = texts.get(english);
            return exact != null
                    ? exact
                    : withPlaces.stream()
                            .flatMap(text -> Stream.ofNullable(text.filledInLike(english, words)))
                            .findFirst()
                            .orElse(english);
        }
    }

    /** A text in which something is filled in, such as a name. */
    private record WithPlaces(Pattern english, String beginning, String end, List<String> places, String translated) {

        private static final Pattern PLACE = Pattern.compile("\\$\\{[^}]*}");

        /** What a place begins with into which words of the programme are filled, and not what somebody wrote. */
        private static final String WORDS = "${words";

        /** No sentence is longer; what somebody wrote may be, and is not looked through. */
        private static final int LONGEST = 2_000;

        /** What says most in its own words comes first. */
        static List<WithPlaces> among(Map<String, String> texts) {
            return texts.entrySet().stream()
                    .filter(text -> PLACE.matcher(text.getKey()).find())
                    .sorted((one, other) -> Integer.compare(ownWords(other.getKey()), ownWords(one.getKey())))
                    .map(text -> of(text.getKey(), text.getValue()))
                    .toList();
        }

        private static int ownWords(String text) {
            return PLACE.matcher(text).replaceAll("").length();
        }

        private static WithPlaces of(String english, String translated) {
            var pattern = new StringBuilder();
            var places = new ArrayList<String>();
            var found = PLACE.matcher(english);
            var end = 0;
            while (found.find()) {
                pattern.append(Pattern.quote(english.substring(end, found.start())))
                        .append("(.+)");
                places.add(found.group());
                end = found.end();
            }
            pattern.append(Pattern.quote(english.substring(end)));
            return new WithPlaces(
                    Pattern.compile(pattern.toString(), Pattern.DOTALL),
                    english.substring(0, english.indexOf(places.get(0))),
                    english.substring(end),
                    places,
                    translated);
        }

        /** @param said says what is filled in where the programme's own words are */
        @Nullable
        String filledInLike(String text, UnaryOperator<String> said) {
            if (text.length() > LONGEST || !text.startsWith(beginning) || !text.endsWith(end)) {
                return null;
            }
            var found = english.matcher(text);
            if (!found.matches()) {
                return null;
            }
            return PLACE.matcher(translated).replaceAll(place -> {
                var filledIn = found.group(places.indexOf(place.group()) + 1);
                return Matcher.quoteReplacement(place.group().startsWith(WORDS) ? said.apply(filledIn) : filledIn);
            });
        }
    }
}
