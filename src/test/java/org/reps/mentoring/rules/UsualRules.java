package org.reps.mentoring.rules;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The figures of the programme where nobody has set another one. */
public final class UsualRules {

    private UsualRules() {}

    public static MentoringRules rules() {
        return with(Map.of());
    }

    public static MentoringRules with(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("mentoring.rules", MentoringRules.class);
    }
}
