package org.reps.mentoring;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.reps.mentoring.FormFile.Component;
import org.reps.mentoring.engine.expressions.FeelEngines;
import org.reps.mentoring.rules.UsualRules;

/** What a form says when it has been answered: what happens next, who has it until when, and whether a mail comes. */
class AfterwardsTest {

    private static final Pattern WRITTEN = Pattern.compile("### (.+)\n(\\S.*)");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(#if |/if)?(.*?)\\s*}}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern IN_QUOTES = Pattern.compile("“(.*?)”");
    private static final Pattern LITERAL = Pattern.compile("(\\w+) = \"(\\w[^\"]*)\"");
    private static final Pattern OPTION = Pattern.compile("value: \"([^\"]*)\"");
    private static final String SOMETHING_ELSE = "something-else";

    /** A place for what is filled in, in the name of a task and in what a form says of it. */
    private static final String FILLED_IN = "…";

    /** What a machine would say, what is no news, and words that mean the same as one of ours. */
    private static final Pattern NOT_OUR_WORDS = Pattern.compile(
            "\\b(successful\\w*|submi\\w+|process\\w*|system|users?(?! name)|data|invalid|error|request\\w*|please note|kindly note"
                    + "|volunteer|coach|pairing|relationship|workflow|notification\\w*|e-?mail)\\b|!",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> PAGES_AND_ANSWERS =
            Set.of("My mentorship", "How it works", "Suggestions", "not now");

    private static final Set<String> QUOTABLE = Diagram.all()
            .flatMap(diagram -> Stream.concat(
                    Stream.of(diagram.process().getName()),
                    diagram.model().getModelElementsByType(UserTask.class).stream()
                            .map(UserTask::getName)
                            .map(name -> name.replaceAll("\\$\\{.*?}", FILLED_IN))))
            .collect(toSet());

    @EachForm
    void it_stands_at_the_end_of_every_form(FormFile form) {
        var isAfterwards = StreamSupport.stream(form.schema().path("components").spliterator(), false)
                .map(component -> component.path("properties").has("afterwards"))
                .toList();
        assertThat(isAfterwards.stream().dropWhile(is -> !is))
                .as("the end of " + form)
                .isNotEmpty()
                .containsOnly(true)
                .hasSize((int) afterwards(form).count());
    }

    /** Whoever reads it has given one answer, and reads of that one. */
    @EachForm
    void each_answer_has_one_of_them(FormFile form) {
        for (var answers : allAnswers(form)) {
            assertThat(afterwards(form).filter(text -> !isHidden(text, answers)))
                    .as("after " + answers + " in " + form)
                    .hasSize(1);
        }
    }

    @EachForm
    void it_has_a_short_heading_and_sentences(FormFile form) {
        assertThat(afterwards(form)).allSatisfy(component -> {
            var written = WRITTEN.matcher(component.text("text"));
            assertThat(written.matches()).as(component.text("text")).isTrue();
            assertThat(written.group(1)).hasSizeBetween(4, 60).doesNotContainPattern("[.:,]$");
            assertThat(written.group(2)).hasSizeBetween(60, 600).matches(".*(\\.|\\{\\{/if}})");
        });
    }

    @EachForm
    void it_says_whether_a_mail_comes(FormFile form) {
        assertThat(afterwards(form))
                .allSatisfy(component -> assertThat(component.text("text")).containsPattern("\\bmails?\\b"));
    }

    @EachForm
    void it_speaks_as_we_do(FormFile form) {
        assertThat(afterwards(form))
                .allSatisfy(component -> assertThat(
                                PLACE.matcher(component.text("text")).replaceAll("x"))
                        .doesNotContainPattern(NOT_OUR_WORDS)
                        .doesNotContain("\"", "  "));
    }

    /** {@link FormConventionsTest} knows what can be named; here it is shown to somebody who has put the form away. */
    @EachForm
    void it_fills_in_names_and_days_and_repeats_nothing_that_was_written(FormFile form) {
        var repeatable = new HashMap<String, Component>();
        form.components().stream()
                .filter(component -> !component.key().isEmpty())
                .forEach(component -> repeatable.put(component.key(), component));
        var named = afterwards(form)
                .flatMap(component -> PLACE.matcher(component.text("text")).results())
                .map(place -> place.group(2))
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(named).as("in " + form).allSatisfy(name -> {
            assertThat(name).matches("\\w+(\\.\\w+)?");
            var field = repeatable.get(name);
            if (field != null) {
                assertThat(field.json().at("/properties/date").asBoolean()
                                || !field.type().startsWith("text"))
                        .as(name + " is no text of its own")
                        .isTrue();
                assertThat(field.json().at("/properties").has("confidential")).isFalse();
            }
            if (name.startsWith("days.")) {
                assertThat(UsualRules.rules().days()).containsKey(name.substring("days.".length()));
            }
        });
    }

    /** A task of that name, something to start or a page: what somebody looks for has to be called so. */
    @EachForm
    void what_it_names_is_called_so(FormFile form) {
        var quoted = afterwards(form)
                .flatMap(component -> IN_QUOTES.matcher(component.text("text")).results())
                .map(quote -> quote.group(1).replaceAll("\\{\\{.*?}}", FILLED_IN))
                .filter(name -> !PAGES_AND_ANSWERS.contains(name));
        assertThat(quoted).as("in " + form).isSubsetOf(QUOTABLE);
    }

    @EachForm
    void a_condition_only_asks_what_is_answered_here(FormFile form) {
        assertThat(afterwards(form).flatMap(AfterwardsTest::names))
                .as("in " + form)
                .isSubsetOf(form.keys());
    }

    private static Stream<Component> afterwards(FormFile form) {
        return form.components().stream()
                .filter(component -> component.json().at("/properties").has("afterwards"));
    }

    private static String hide(Component component) {
        return component.json().at("/conditional/hide").asText().replaceFirst("^=", "");
    }

    private static Stream<String> names(Component component) {
        return NAME.matcher(hide(component).replaceAll("\"[^\"]*\"", ""))
                .results()
                .map(name -> name.group())
                .filter(name -> !Set.of("not", "and", "or", "null").contains(name));
    }

    private static boolean isHidden(Component component, Map<String, Object> answers) {
        if (hide(component).isEmpty()) {
            return false;
        }
        var evaluation = FeelEngines.forForms().evaluateExpression(hide(component), answers);
        assertThat(evaluation.isSuccess()).as(hide(component)).isTrue();
        return Boolean.TRUE.equals(evaluation.result());
    }

    /** Every combination of answers to what the conditions ask. */
    private static List<Map<String, Object>> allAnswers(FormFile form) {
        var all = new ArrayList<Map<String, Object>>(List.of(Map.of()));
        for (var name : new LinkedHashSet<>(
                afterwards(form).flatMap(AfterwardsTest::names).toList())) {
            var field = form.components().stream()
                    .filter(component -> component.key().equals(name))
                    .findFirst()
                    .orElseThrow();
            var more = new ArrayList<Map<String, Object>>();
            for (var answers : all) {
                for (var answer : possible(field, form)) {
                    var with = new LinkedHashMap<>(answers);
                    with.put(name, answer);
                    more.add(with);
                }
            }
            all = more;
        }
        return all;
    }

    private static List<Object> possible(Component field, FormFile form) {
        if (field.type().startsWith("text")) {
            return Arrays.asList(null, "", "something");
        }
        var options = StreamSupport.stream(field.json().path("values").spliterator(), false)
                .map(option -> option.path("value").asText());
        var computed = OPTION.matcher(field.text("valuesExpression")).results().map(value -> value.group(1));
        var fixed = Stream.concat(options, computed)
                .<Object>map(value -> value)
                .distinct()
                .toList();
        if (!fixed.isEmpty()) {
            return fixed;
        }
        var asked = afterwards(form)
                .flatMap(component -> LITERAL.matcher(hide(component)).results())
                .filter(literal -> literal.group(1).equals(field.key()))
                .<Object>map(literal -> literal.group(2));
        return Stream.concat(asked, Stream.of(SOMETHING_ELSE)).distinct().toList();
    }
}
