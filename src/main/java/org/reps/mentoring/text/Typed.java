package org.reps.mentoring.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a text can be asked to mean. */
public enum Typed {
    DAY {
        @Override
        public List<String> meanings(String text) {
            return TypedDay.meanings(text).stream().map(LocalDate::toString).toList();
        }
    },

    TIME {
        @Override
        public List<String> meanings(String text) {
            return TypedTime.meanings(text).stream().map(Object::toString).toList();
        }
    },

    NUMBER {
        @Override
        public List<String> meanings(String text) {
            return TypedNumber.meanings(text).stream()
                    .map(BigDecimal::toPlainString)
                    .toList();
        }
    };

    /** All that the text can mean, as it is kept: a day or a time in ISO, or a number. */
    public abstract List<String> meanings(String text);

    /**
     * What is said where a text does not mean one thing.
     *
     * @param wanted what is said where it means nothing
     */
    public static Wanted problem(List<String> meanings, Wanted wanted) {
        return meanings.isEmpty() ? wanted : Wanted.of("several", meanings.toArray());
    }
}
