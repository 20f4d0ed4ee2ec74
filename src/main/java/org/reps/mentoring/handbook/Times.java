package org.reps.mentoring.handbook;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reps.mentoring.rules.MentoringRules;

/** When something is due or happens, in words: what a diagram says, with the figures of the programme. */
final class Times {

    private static final Pattern RULE = Pattern.compile("\\$\\{rules\\.(\\w+)\\(\\)}");
    private static final Pattern CALL = Pattern.compile("\\$\\{(\\w+\\.\\w+)\\(.*\\)}");
    private static final Pattern CHOSEN = Pattern.compile("P\\$\\{(\\w+) .*}D");
    private static final Pattern SPAN =
            Pattern.compile("P(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)W)?(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?)?");
    private static final Pattern REPEATED = Pattern.compile("R(\\d*)/(P.*)");
    private static final String[] UNITS = {"year", "month", "week", "day", "hour", "minute"};

    private final MentoringRules rules;
    private final Words words;

    Times(MentoringRules rules, Words words) {
        this.rules = rules;
        this.words = words;
    }

    /** Until when a task is to be done. */
    String due(String expression) {
        return said(expression, "time.within");
    }

    /** When a timer goes off. */
    String after(String expression) {
        return said(expression, "time.after");
    }

    /** How long something took, as coarse as nobody can learn from it what one more case has taken. */
    String about(Duration duration) {
        var days = duration.toDays();
        if (days < 1) {
            return words.say("time.less-than-a-day");
        }
        if (days <= 14) {
            return words.say("time.about", amount("day", days));
        }
        return days <= 60
                ? words.say("time.about", amount("week", Math.round(days / 7.0)))
                : words.say("time.about", amount("month", Math.round(days / 30.4)));
    }

    private String said(String expression, String how) {
        var text = value(expression);
        var repeated = REPEATED.matcher(text);
        if (repeated.matches()) {
            var times = repeated.group(1);
            return times.isEmpty()
                    ? words.say("time.every", span(repeated.group(2)))
                    : words.say("time.every-so-often", times, span(repeated.group(2)));
        }
        if (SPAN.matcher(text).matches()) {
            return words.say(how, span(text));
        }
        return ofCase(text, how).orElseGet(() -> words.say("time.by-case"));
    }

    /** What only a case knows; a day by which something is due can have other words than one on which it happens. */
    private Optional<String> ofCase(String text, String how) {
        return Stream.of(CHOSEN, CALL)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .flatMap(name -> words.ifThereIs(how + "." + name).or(() -> words.ifThereIs("time." + name)));
    }

    /** A figure of the programme for what names one. */
    private String value(String expression) {
        var rule = RULE.matcher(expression.strip());
        if (!rule.matches()) {
            return expression.strip();
        }
        return Arrays.stream(MentoringRules.class.getRecordComponents())
                .filter(figure -> figure.getName().equals(rule.group(1)))
                .findFirst()
                .map(figure -> {
                    try {
                        return String.valueOf(figure.getAccessor().invoke(rules));
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElse(expression);
    }

    private String span(String iso) {
        var span = SPAN.matcher(iso);
        if (!span.matches()) {
            return iso;
        }
        return Stream.iterate(1, i -> i <= UNITS.length, i -> i + 1)
                .filter(i -> span.group(i) != null)
                .map(i -> amount(UNITS[i - 1], Long.parseLong(span.group(i))))
                .collect(Collectors.joining(" " + words.say("and") + " "));
    }

    private String amount(String unit, long number) {
        return number == 1 ? words.say("time.one-" + unit) : words.say("time." + unit + "s", number);
    }
}
