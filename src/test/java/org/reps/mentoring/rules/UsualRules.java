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

    /** With another value for one of them. */
    public static MentoringRules with(String name, String value) {
        return with(Map.of("mentoring.rules." + name, value));
    }

    public static MentoringRules with(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("mentoring.rules", MentoringRules.class);
    }
}
