package org.reps.mentoring.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.ReadersLanguage;
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
class OfferedEverywhere {
    /** Labels by value, by the name of the list. */
    private final Map<String, Map<String, String>> lists = new HashMap<>();

    OfferedEverywhere(MentoringRules rules) {
        lists.put("allTimeZones", Zones.named());
        lists.put("allLanguages", Languages.named());
        lists.put("allReadingLanguages", ReadersLanguage.offered());
        var skills = new LinkedHashMap<String, String>();
        rules.skills().forEach(skill -> skills.put(skill, skill));
        lists.put("allSkills", skills);
    }

    /** The values of the list of this name; null when there is none. */
    @Nullable
    List<String> values(String name) {
        var list = lists.get(name);
        return list == null ? null : List.copyOf(list.keySet());
    }

    /** Puts the options of these lists into a form. */
    void fillIn(JsonNode node) {
        var list = lists.get(node.path("valuesKey").asText());
        if (list != null && node instanceof ObjectNode field) {
            field.remove("valuesKey");
            var options = field.putArray("values");
            list.forEach(
                    (value, label) -> options.addObject().put("label", label).put("value", value));
        }
        node.forEach(this::fillIn);
    }
}
