package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.world.Languages;
import org.reps.mentoring.world.Zones;
import org.springframework.stereotype.Component;

/**
 * Lists of options that are the same in every form. A field names one as if it were a variable ({@code "valuesKey":
 * "allTimeZones"}); the browser gets the options in the form itself, because forms that begin something know no
 * variables.
 */
@Component
public class OfferedEverywhere {
    private static final String LANGUAGES = "allLanguages";
    private static final String ZONES = "allTimeZones";
    private static final String READING_LANGUAGES = "allReadingLanguages";
    private static final String SKILLS = "allSkills";

    /** What the lists are called. */
    public static final Set<String> NAMES = Set.of(LANGUAGES, ZONES, READING_LANGUAGES, SKILLS);

    /** Labels by value, by the name of the list. */
    private final Map<String, Map<String, String>> lists = new HashMap<>();

    OfferedEverywhere(MentoringRules rules) {
        lists.put(ZONES, Zones.named());
        lists.put(LANGUAGES, Languages.named(Locale.ENGLISH));
        lists.put(READING_LANGUAGES, ReadersLanguage.offered());
        var skills = new LinkedHashMap<String, String>();
        rules.skills().forEach(skill -> skills.put(skill, skill));
        lists.put(SKILLS, skills);
    }

    /** The values of the list of this name; null when there is none. */
    @Nullable
    List<String> values(String name) {
        var list = lists.get(name);
        return list == null ? null : List.copyOf(list.keySet());
    }

    /**
     * Puts the options of these lists into a form. Languages, countries and times are called as whoever reads the form
     * calls them; the other options are said in their language with the rest of the form.
     *
     * @param language in which they read, by its code
     */
    void fillIn(JsonNode node, String language) {
        var list = list(node.path("valuesKey").asText(), Locale.forLanguageTag(language));
        if (list != null && node instanceof ObjectNode field) {
            field.remove("valuesKey");
            var options = field.putArray("values");
            list.forEach((value, label) -> options.addObject()
                    .put("label", value.equals(Languages.OTHER) ? Translations.OF_ANSWERS.in(language, label) : label)
                    .put("value", value));
        }
        node.forEach(part -> fillIn(part, language));
    }

    private @Nullable Map<String, String> list(String name, Locale reader) {
        return switch (name) {
            case LANGUAGES -> Languages.named(reader);
            case ZONES -> Zones.named(reader);
            default -> lists.get(name);
        };
    }
}
