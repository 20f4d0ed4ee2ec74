package org.reps.mentoring.engine.forms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.reps.mentoring.engine.forms.FormOracle.Field;
import org.reps.mentoring.engine.forms.FormOracle.Surroundings;
import org.reps.mentoring.engine.people.Option;

/**
 * Answers to a form: as a person gives them, and spoilt in every way a program could send them. The first ones visit
 * every field with every way to spoil it, the others are left to chance.
 */
final class Submissions {

    /** The surroundings there are. Those with a high number have options, and the last two differ in what they show. */
    static final int SURROUNDINGS = 4;

    private static final int THINGS = 34;
    private static final List<String> UNKNOWN_KEYS =
            List.of("menteeId", "mentor", "", " ", "a.b", "__proto__", "ключ", "x".repeat(300));

    private static final List<String> LETTERS = List.of(
            "a",
            "b",
            "e",
            "n",
            " ",
            " ",
            "\t",
            ".",
            "0",
            "-",
            "<",
            "&",
            "\"",
            "'",
            "\\",
            "{{",
            "${",
            "ä",
            "ß",
            "é",
            "Ж",
            "中",
            "ع",
            "می\u200Cخواهم",
            "ක්\u200Dෂ",
            "\u00A0",
            "😀",
            "❤\uFE0F",
            "👩🏽‍🚀");

    /** What there is only in texts of several lines. */
    private static final List<String> OF_SEVERAL_LINES = List.of("\n", "\r\n", "\u200F", "\u200D", "🏴󠁧󠁢󠁥󠁮󠁧󠁿");

    private static final List<String> HIDDEN = List.of(
            "\n",
            "\r",
            "\u2028",
            "\u00AD",
            "\u034F",
            "\u115F",
            "\u17B4",
            "\u180B",
            "\u200B",
            "\u200C",
            "\u200D",
            "\u200E",
            "\u202E",
            "\u2066",
            "\u2800",
            "\u3164",
            "\uFE0F",
            "\uFEFF",
            "\uFFA0",
            "\uFFF9",
            "\uE000",
            "\uDB40\uDC41",
            "\uDB40\uDD00");

    private static final List<String> NAMES =
            List.of("rumi", "RUMI", " Rumi  sample ", "rumi\u00A0SAMPLE", "Rumi Sample (rumi)");
    private static final List<String> TIMES = List.of(
            "24:00", "7:30", "07:60", "0730", "07:30 pm", "23:59", "00:00", "\u0660\u0667:30", "9.30", "09h30", "noon");
    private static final List<String> NEAR_LIMITS =
            List.of("0", "1", "-1", "0.5", "-0.5", "0.01", "0.001", "-0.0000001", "1E+3", "2147483647", "0.25", "7");
    private static final List<String> TYPED_NUMBERS = List.of(
            "7", " 7\u3000", "７", "07", "-1", "2,5", "2.5", "1e1", "1E1", "seven", "7 weeks", "1 000", "²", "+-1");
    private static final List<String> DATES = List.of(
            "2026-02-30",
            "2027-02-29",
            "2028-02-29",
            "2100-02-29",
            "2000-02-29",
            "2027-04-31",
            "2027-13-01",
            "2027-00-10",
            "2027-01-00",
            "2027-1-5",
            "2027–1–5",
            "5.1.2027",
            "27-01-05",
            "20.11.2027",
            "2027/01/05",
            "2027-01-05T00:00",
            "2027-01-05Z",
            "+2027-01-05",
            "-2027-01-05",
            "+12027-01-05",
            "1999-12-31",
            "2000-01-01",
            "2200-12-31",
            "2201-01-01",
            "9999-12-31",
            "0000-01-01",
            "２０２７-01-05",
            "tomorrow",
            "2027-W01-5",
            "2027-366");
    private static final int WAYS_WITH_TEXTS = 15;
    private static final int WAYS_WITH_LISTS = 9;
    private static final int WAYS_WITH_OPTIONS = 7;
    private static final List<Object> TRUTHS =
            Collections.unmodifiableList(Arrays.asList(true, false, null, 1, "on", Variables.booleanValue(true)));

    /** @param field the one that is looked at, null when it is the whole form */
    private record Visit(Field field, Spoiling spoiling) {}

    private interface Spoiling {
        void spoil(Map<String, Object> submitted, Random random, Surroundings around);
    }

    private final FormOracle form;
    private final LocalDate today;
    private final long seed;
    private final List<Visit> visits = new ArrayList<>();

    /** @param seed the same seed makes the same submissions */
    Submissions(FormOracle form, LocalDate today, long seed) {
        this.form = form;
        this.today = today;
        this.seed = seed;
        UNKNOWN_KEYS.forEach(key ->
                visits.add(new Visit(null, (submitted, random, around) -> submitted.put(key, anything(random)))));
        for (var thing = 0; thing < THINGS; thing++) {
            var first = thing;
            visits.add(new Visit(null, (submitted, random, around) -> {
                for (var i = 0; i < form.fields().size(); i++) {
                    submitted.put(form.fields().get(i).key(), anything((first + i) % THINGS, random));
                }
            }));
        }
        form.fields().forEach(this::visit);
    }

    private void visit(Field field) {
        visits.add(new Visit(field, (submitted, random, around) -> {}));
        visits.add(new Visit(field, (submitted, random, around) -> submitted.put(field.key(), null)));
        visits.add(new Visit(field, (submitted, random, around) -> submitted.remove(field.key())));
        visits.add(new Visit(field, (submitted, random, around) -> submitted.put(inCapitals(field), "x")));
        for (var i = 0; i < waysToMissAlmost(field); i++) {
            var way = i;
            visits.add(new Visit(
                    field,
                    (submitted, random, around) -> submitted.put(field.key(), almost(field, way, random, around))));
        }
    }

    /** How many submissions leave nothing to chance: they come first. */
    int systematic() {
        // Twice where what is shown may hide a field.
        return form.optionVariables().isEmpty() && form.shownVariables().isEmpty() ? visits.size() : 2 * visits.size();
    }

    /** The number of the surroundings that belong to a submission. */
    int place(int number) {
        return number < systematic() ? SURROUNDINGS - 2 + number / visits.size() : number % SURROUNDINGS;
    }

    /** Options and shown values as a task might have them, among them none at all. */
    Surroundings surroundings(int number) {
        var random = random(-1 - number);
        var options = new LinkedHashMap<String, List<String>>();
        for (var name : form.optionVariables()) {
            var values = new ArrayList<String>();
            for (var i = 0; i < number; i++) {
                values.add("option" + random.nextInt(1000) + (i % 2 == 0 ? "" : " ä/" + i));
            }
            options.put(name, values);
        }
        var shown = new LinkedHashMap<String, Object>();
        for (var name : form.shownVariables()) {
            if (form.shownFlags().contains(name)) {
                shown.put(name, number % 2 == 0);
                continue;
            }
            var texts = new ArrayList<>(form.decisiveTexts());
            texts.add("When do you have time?");
            shown.put(name, number % 2 == 0 ? null : pick(texts, random));
        }
        return new Surroundings(shown, options);
    }

    VariableMap submission(int number, Surroundings around) {
        var random = random(number);
        Map<String, Object> submitted;
        if (number < systematic()) {
            var visit = visits.get(number % visits.size());
            submitted = showing(visit.field(), random, around);
            visit.spoiling().spoil(submitted, random, around);
        } else {
            submitted = valid(null, random, around);
            if (random.nextInt(10) >= 3) {
                for (var mutations = pick(List.of(1, 1, 2, 3), random); mutations > 0; mutations--) {
                    mutate(submitted, random, around);
                }
            }
        }
        // A variable map would read the values it replaces, so it is made at the end.
        var variables = Variables.createVariables();
        submitted.forEach(variables::putValue);
        return variables;
    }

    private Random random(int number) {
        // Random begins alike with neighbouring seeds.
        var start = new SplittableRandom(seed).nextLong() + form.toString().hashCode() * 31L + number;
        return new Random(new SplittableRandom(start).nextLong());
    }

    // --- as a person answers

    /** Answers with which this field is seen and filled in, if chance finds some. */
    private Map<String, Object> showing(Field field, Random random, Surroundings around) {
        var submitted = valid(field, random, around);
        for (var i = 0; i < 50 && field != null && submitted.get(field.key()) == null; i++) {
            submitted = valid(field, random, around);
        }
        return submitted;
    }

    /** @param answered a field that is not left empty, or null */
    private Map<String, Object> valid(Field answered, Random random, Surroundings around) {
        var submitted = new LinkedHashMap<String, Object>();
        var seen = new HashMap<String, Object>(around.shown());
        for (var field : form.answered()) {
            if (!FormOracle.isShown(field, seen)) {
                continue;
            }
            var answer = field == answered || field.required() || random.nextInt(3) > 0
                    ? answer(field, random, around)
                    : null;
            seen.put(
                    field.key(),
                    answer == null
                            ? FormOracle.empty(field)
                            : answer instanceof String ? answer.toString().strip() : answer);
            submitted.put(
                    field.key(),
                    answer != null && field.isList() && random.nextBoolean() ? json(field, (List<?>) answer) : answer);
        }
        return submitted;
    }

    private Object answer(Field field, Random random, Surroundings around) {
        if (field.isChoice()) {
            var options = form.options(field, around);
            if (options.isEmpty()) {
                return null;
            }
            if (!field.isList()) {
                return pick(options, random);
            }
            var some = new ArrayList<>(options);
            Collections.shuffle(some, random);
            return new ArrayList<>(some.subList(0, 1 + random.nextInt(Math.min(some.size(), 5))));
        }
        return switch (field.type()) {
            case "checkbox" -> field.required() || random.nextBoolean();
            case "number" -> number(field, random);
            default -> {
                if (field.names("person")) {
                    yield pick(NAMES, random);
                }
                if (field.names("people")) {
                    yield pick(NAMES, random) + pick(List.of("", ",", "; ", " , rumi", ",RUMI rumi"), random);
                }
                if (field.is("time")) {
                    yield "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60));
                }
                if (field.is("date")) {
                    var days = random.nextInt(8) - 1L;
                    yield today.plusDays(field.is("noFuture") ? -days : days).toString();
                }
                yield text(field, random);
            }
        };
    }

    private static Object number(Field field, Random random) {
        var min = field.validate("min").asInt(-1000);
        var max = field.validate("max").asInt(1000);
        var step = field.json().has("increment")
                ? new BigDecimal(field.json().path("increment").asText())
                : BigDecimal.ONE.movePointLeft(
                        field.json().path("decimalDigits").asInt(random.nextInt(3)));
        // The least number may lie between two steps.
        var first =
                BigDecimal.valueOf(min).divide(step, 0, RoundingMode.CEILING).multiply(step);
        var last = BigDecimal.valueOf(max)
                .subtract(first)
                .divideToIntegralValue(step)
                .intValue();
        var index = pick(List.of(0, last, random.nextInt(last + 1), random.nextInt(last + 1)), random);
        var number = first.add(step.multiply(BigDecimal.valueOf(index)));
        return switch (random.nextInt(3)) {
            case 0 -> number.doubleValue();
            case 1 -> number;
            default ->
                number.stripTrailingZeros().scale() <= 0 ? (Object) number.intValueExact() : number.doubleValue();
        };
    }

    private String text(Field field, Random random) {
        if (!form.decisiveTexts().isEmpty() && random.nextInt(4) == 0) {
            return pick(form.decisiveTexts(), random);
        }
        if (field.validate("pattern").isTextual()) {
            return field.json().path("description").asText();
        }
        var longest = field.validate("maxLength").asInt(4000);
        var shortest = field.validate("minLength").asInt(1);
        return switch (random.nextInt(6)) {
            case 0 -> exactly(field, longest, random);
            case 1 -> exactly(field, shortest, random);
            case 2 -> " \u00A0\n" + exactly(field, longest, random) + "\uFEFF \r\n";
            default -> exactly(field, shortest + random.nextInt(Math.min(longest - shortest, 40) + 1), random);
        };
    }

    /** A text of this length as browsers count it, that neither begins nor ends with a blank. */
    private static String exactly(Field field, int length, Random random) {
        var text = new StringBuilder("x");
        while (text.length() < length) {
            var isOfSeveralLines = field.type().equals("textarea") && random.nextInt(4) == 0;
            var more = length > 100 ? "long words 😀 " : pick(isOfSeveralLines ? OF_SEVERAL_LINES : LETTERS, random);
            text.append(text.length() + more.length() < length ? more : "y".repeat(length - text.length()));
        }
        return text.substring(0, length);
    }

    // --- as nobody should

    private void mutate(Map<String, Object> submitted, Random random, Surroundings around) {
        var kind = random.nextInt(24);
        if (kind == 0 || form.fields().isEmpty()) {
            submitted.put(pick(UNKNOWN_KEYS, random), anything(random));
            return;
        }
        var field = pick(form.fields(), random);
        if (kind == 1) {
            submitted.put(inCapitals(field), "x");
        } else if (kind <= 3) {
            submitted.remove(field.key());
        } else if (kind <= 9) {
            submitted.put(field.key(), anything(random));
        } else {
            submitted.put(field.key(), almost(field, random.nextInt(waysToMissAlmost(field)), random, around));
        }
    }

    private static String inCapitals(Field field) {
        return field.key().toUpperCase(Locale.ROOT);
    }

    /** Values of every type, mostly of the wrong one. */
    private static Object anything(Random random) {
        return anything(random.nextInt(THINGS), random);
    }

    private static Object anything(int thing, Random random) {
        return switch (thing) {
            case 0 -> null;
            case 1 -> Variables.untypedNullValue();
            case 2 -> Variables.stringValue(null);
            case 3 -> "";
            case 4 ->
                pick(List.of(" ", "\t \n", "\u00A0", "\u200B", "\uFEFF", "\u3000\u2003", "\u200E \u2060"), random);
            case 5 -> "yes";
            case 6 -> "3";
            case 7 -> 3;
            case 8 -> 3.0f;
            case 9 -> (short) 4;
            case 10 -> 5L;
            case 11 -> -0.0;
            case 12 -> Double.NaN;
            case 13 -> pick(List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), random);
            case 14 -> Float.NaN;
            case 15 -> pick(List.of(1e300, -1e300, 1e-300, Double.MIN_VALUE, Double.MAX_VALUE), random);
            case 16 -> pick(List.of(Long.MAX_VALUE, 2147483648L, -2147483649L, 2147483647L), random);
            case 17 -> new BigInteger("9".repeat(500));
            case 18 -> true;
            case 19 -> false;
            case 20 -> "true";
            case 21 -> "x".getBytes(UTF_8);
            case 22 -> new Date(0);
            case 23 -> Variables.fileValue("a.txt").file("x".getBytes(UTF_8)).create();
            case 24 -> Map.of("value", "yes");
            case 25 -> List.of();
            case 26 -> List.of("x");
            case 27 -> List.of(List.of("x"));
            case 28 -> SpinValues.jsonValue("\"yes\"").create();
            case 29 ->
                SpinValues.jsonValue(pick(
                                List.of(
                                        "[]",
                                        "null",
                                        "{}",
                                        "3",
                                        "[[\"x\"]]",
                                        "[null]",
                                        "[1]",
                                        "[",
                                        "",
                                        "[\"x\"] []",
                                        "\"\"",
                                        "[".repeat(5000)),
                                random))
                        .create();
            case 30 ->
                Variables.serializedObjectValue("[\"x\"]")
                        .objectTypeName("java.util.ArrayList<java.lang.String>")
                        .serializationDataFormat("application/json")
                        .create();
            case 31 ->
                Variables.serializedObjectValue("rO0ABXNyAA==")
                        .objectTypeName("java.util.PriorityQueue")
                        .serializationDataFormat("application/x-java-serialized-object")
                        .create();
            case 32 -> Variables.objectValue(new ArrayList<>(List.of("x"))).create();
            default -> 'c';
        };
    }

    private static int waysToMissAlmost(Field field) {
        if (field.isList()) {
            return WAYS_WITH_LISTS;
        }
        if (field.isChoice()) {
            return WAYS_WITH_OPTIONS;
        }
        if (field.type().equals("number")) {
            return 2 * NEAR_LIMITS.size() + TYPED_NUMBERS.size();
        }
        if (field.type().equals("checkbox")) {
            return TRUTHS.size();
        }
        var times = field.is("time") ? TIMES.size() : 0;
        return times + (field.is("date") ? 4 + DATES.size() : 0) + WAYS_WITH_TEXTS;
    }

    /** Values beside what the field asks for, just right or just wrong. */
    private Object almost(Field field, int way, Random random, Surroundings around) {
        if (field.isList()) {
            return almostList(form.options(field, around), way, random);
        }
        if (field.isChoice()) {
            return almostOption(field, form.options(field, around), way, random);
        }
        if (field.type().equals("number")) {
            return almostNumber(field, way, random);
        }
        if (field.type().equals("checkbox")) {
            return TRUTHS.get(way);
        }
        if (way < WAYS_WITH_TEXTS) {
            return almostText(field, way, random);
        }
        return field.is("time") ? TIMES.get(way - WAYS_WITH_TEXTS) : almostDate(field, way - WAYS_WITH_TEXTS, random);
    }

    private static Object almostList(List<String> options, int way, Random random) {
        var list = new ArrayList<Object>();
        for (var i = random.nextInt(3); i > 0 && !options.isEmpty(); i--) {
            list.add(pick(options, random));
        }
        switch (way) {
            case 0 -> list.add("not an option");
            case 1 -> list.add(null);
            case 2 -> list.add(7);
            case 3 -> list.add(new ArrayList<>(list));
            case 4 -> list.add(Map.of("value", "x"));
            case 5 -> list.addAll(list);
            case 6 ->
                list.addAll(Collections.nCopies(99 + random.nextInt(3), options.isEmpty() ? "x" : options.get(0)));
            case 7 -> {
                return list.toString();
            }
            default -> {
                if (!options.isEmpty()) {
                    list.add(" " + options.get(0));
                }
            }
        }
        return random.nextBoolean() ? list : json(list);
    }

    private static Object almostOption(Field field, List<String> options, int way, Random random) {
        var option = options.isEmpty() ? "x" : pick(options, random);
        return switch (way) {
            case 0 -> "not an option";
            case 1 -> " " + option + "\n";
            case 2 -> option.toUpperCase(Locale.ROOT);
            case 3 -> field.json().at("/values/0/label").asText("A label");
            case 4 -> List.of(option);
            case 5 -> option + "\u0000";
            default -> option;
        };
    }

    private static Object almostNumber(Field field, int way, Random random) {
        if (way >= 2 * NEAR_LIMITS.size()) {
            return TYPED_NUMBERS.get(way - 2 * NEAR_LIMITS.size());
        }
        var limit =
                BigDecimal.valueOf(field.validate(way % 2 == 0 ? "min" : "max").asInt(0));
        var number = limit.add(new BigDecimal(NEAR_LIMITS.get(way / 2)));
        return random.nextBoolean() ? (Object) number : (Object) number.doubleValue();
    }

    private String almostDate(Field field, int way, Random random) {
        return switch (way) {
            case 0 -> today.minusDays(random.nextInt(4)).toString();
            case 1 -> today.plusDays(random.nextInt(5000) - 2500).toString();
            case 2 -> " " + today.plusDays(1) + " \n";
            case 3 -> {
                var latest = field.latest() == null ? Period.ZERO : Period.parse(field.latest());
                yield today.plus(latest).plusDays(random.nextInt(5) - 1L).toString();
            }
            default -> DATES.get(way - 4);
        };
    }

    private static String almostText(Field field, int way, Random random) {
        var longest = field.validate("maxLength").asInt(4000);
        var shortest = field.validate("minLength").asInt(1);
        return switch (way) {
            case 0 -> exactly(field, longest + 1, random);
            case 1 -> "😀".repeat(longest / 2) + "x".repeat(longest % 2);
            case 2 -> "😀".repeat(longest / 2 + 1);
            case 3 -> " ".repeat(longest + 1) + "x";
            case 4 -> "x" + "\n".repeat(4000);
            case 5 -> exactly(field, 3999 + random.nextInt(3), random);
            case 6 ->
                "a"
                        + pick(
                                List.of(
                                        "\u0000", "\u0007", "\u000B", "\f", "\u001B", "\u001F", "\u007F", "\u0085",
                                        "\u009F"),
                                random)
                        + "b";
            case 7 -> pick(List.of("\uD83D", "a\uDE00b", "\uDE00\uD83D", "x\uD83D"), random);
            case 8 -> pick(List.of("\u202Eabc", "a\u0301", "\uFFFE", "\uFFFF", "\uE000", "𝕏", "\u2028", "ﷺ"), random);
            case 9 -> "x".repeat(Math.max(0, shortest - 1));
            case 11 -> pick(HIDDEN, random).repeat(Math.max(1, shortest));
            case 12 -> exactly(field, shortest, random) + pick(HIDDEN, random) + "y";
            case 13 -> pick(LETTERS, random) + pick(HIDDEN, random) + pick(LETTERS, random);
            case 10 ->
                "<script>alert(1)</script> ${1+1} {{x}} '; drop table rep; --".substring(0, Math.min(longest, 60));
            default -> pick(List.of("\u00A0x\u00A0", "\uFEFFx", "x\u2007", "\u3000x", "x\u200B", "\tx\r\n"), random);
        };
    }

    /** As Tasklist sends a list: under the type of the options, where they are a variable. */
    private static Object json(Field field, List<?> list) {
        return field.json().has("valuesKey")
                ? Variables.serializedObjectValue(FormOracle.json(list))
                        .objectTypeName("java.util.ArrayList<" + Option.class.getName() + ">")
                        .serializationDataFormat("application/json")
                        .create()
                : json(list);
    }

    private static Object json(List<?> list) {
        return SpinValues.jsonValue(FormOracle.json(list)).create();
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
