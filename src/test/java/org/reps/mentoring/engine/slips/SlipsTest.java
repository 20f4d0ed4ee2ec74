package org.reps.mentoring.engine.slips;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an analyst slips with, in our own files: each is noticed before it is in force, and said in a sentence. */
class SlipsTest {

    private static final Map<String, byte[]> OURS = ours();

    private static Map<String, byte[]> ours() {
        var files = new HashMap<String, byte[]>();
        for (var folder : List.of("bpmn", "forms")) {
            try (var all = Files.newDirectoryStream(Path.of(folder), "*.{bpmn,dmn,form}")) {
                for (var file : all) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** As it is at the first start, and as it is at each that follows. */
    @Test
    void there_is_no_slip_in_our_own_files() {
        assertThat(Finding.sentences(Slips.in(OURS, Map.of()), true)).isEmpty();
        assertThat(Finding.sentences(Slips.in(OURS, OURS), true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // What expressions call.
                "mentor-absence.bpmn | ${absences.begin(absenceId)} | ${absence.begin(absenceId)} | In mentor-absence.bpmn, \"Begin the absence\" (Activity_BeginAbsence) names \"absence\"",
                "mentor-absence.bpmn | ${absences.begin(absenceId)} | ${absences.began(absenceId)} | calls absences.began(…) in ${absences.began(absenceId)}, and there is no \"began\" in absences. Did you mean \"begin\"?",
                "mentor-absence.bpmn | ${absences.begin(absenceId)} | ${absences.begin(absenceId, mentorId)} | with 2 values, and it takes 1.",
                "mentor-absence.bpmn | ${absences.begin(absenceId)} | ${absences.begin(absencId)} | names \"absencId\" in ${absences.begin(absencId)}, and nothing in this process sets it: no form, no step, no mapping. Did you mean \"absenceId\"?",
                "mentor-absence.bpmn | ${absences.begin(absenceId)} | ${absences.begin(absenceId} | cannot be read at position 26",
                "mentor-absence.bpmn | ${rules.offerAnswer()} | ${rules.offerAnswer} | Please write offerAnswer(…), as it is called.",
                // Times.
                "mentor-resignation.bpmn | >P7D< | >P7DD< | waits \"P7DD\", which is no time that is understood here. Please write it as for example P7D for seven days",
                "mentor-resignation.bpmn | >P7D< | >seven days< | waits \"seven days\", which is no time",
                "coaching-training.bpmn | >R3/P14D< | >R3/14 days< | waits \"R3/14 days\", which is no time",
                "raise-concern.bpmn | camunda:dueDate=\"P14D\" | camunda:dueDate=\"P14DD\" | is due \"P14DD\", which is no time",
                // Tasks.
                "mentor-absence.bpmn | camunda:assignee=\"${coverId}\" | `` | \"Cover for ${mentor}?\" (Activity_CoverForMentor) is for nobody, so nobody would find it.",
                "mentor-absence.bpmn | camunda:formRef=\"mentor-absence-cover\" | `` | has no form, so nothing could be answered in it.",
                "raise-concern.bpmn | camunda:dueDate=\"P14D\" | `` | has no due date, so nobody would be reminded of it.",
                "mentor-absence.bpmn | camunda:expression=\"${absences.begin(absenceId)}\" | camunda:type=\"external\" camunda:topic=\"begin\" | waits for somebody who works on the topic \"begin\", and nobody does here",
                "mentor-absence.bpmn | `name=\"Tell the mentor that it ends tomorrow\" camunda:asyncBefore=\"true\"` | name=\"Tell the mentor that it ends tomorrow\" | (Activity_TellBackTomorrow) is done at once: if it fails, what somebody answered before it is lost.",
                // Ways.
                "mentor-absence.bpmn | targetRef=\"Activity_StayAfterAll\" | targetRef=\"Gateway_AwayFromNow\" | \"Stay after all\" (Activity_StayAfterAll) is never reached: no way leads there from the start.",
                "mentor-absence.bpmn | ` default=\"Flow_FirstDayCome_No\"` | `` | \"No\" (Flow_FirstDayCome_No) leaves the question \"Has the first day come?\" without a condition and is not its default flow",
                "mentor-change.bpmn | ` default=\"Flow_DecisionNeeded_Yes\"` | `` | leaves the question \"Does somebody have to decide?\" without a condition",
                "mentor-absence.bpmn | ${coverAnswer == 'no'} | ${coverAnswer == 'nope'} | asks whether coverAnswer is \"nope\", which it never is.",
                // References.
                "rep-onboarding.bpmn | errorRef=\"Error_SearchTakenBack\" | errorRef=\"Error_SearchTakenBak\" | refers to the error \"Error_SearchTakenBak\", which is not in the file. Please choose one that is. Did you mean \"Error_SearchTakenBack\"?",
                "rep-onboarding.bpmn | `<bpmn:errorEventDefinition id=\"Event_SearchWithdrawn_Error\" errorRef=\"Error_SearchTakenBack\" />` | `<bpmn:errorEventDefinition id=\"Event_SearchWithdrawn_Error\" errorRef=\"Error_OnboardingStopped\" />` | raises the error \"search-taken-back\", which nothing around it catches",
                "rep-onboarding.bpmn | `<bpmn:errorEventDefinition id=\"Event_SearchTakenBack_Error\" errorRef=\"Error_SearchTakenBack\" />` | `<bpmn:terminateEventDefinition id=\"Event_SearchTakenBack_Error\" />` | waits for the error \"search-taken-back\", which nothing inside raises",
                "mentor-absence.bpmn | name=\"cover-lost\" | name=\"cover-is-lost\" | waits for the message \"cover-is-lost\", which the application never sends, so it never comes. Did you mean",
                "mentor-absence.bpmn | name=\"cover-lost\" | name=\"mentor-gone\" | does not wait for the message \"cover-lost\" any more, which the application sends to it.",
                "mentor-absence.bpmn | id=\"mentor-absence\" | id=\"mentor-absense\" | has the id \"mentor-absense\" in the file of the process \"mentor-absence\", which is in force and would stay as it is.",
                "mentor-absence.bpmn | isExecutable=\"true\" | isExecutable=\"false\" | is not executable, so nothing of it would come into force.",
                "mentor-change.bpmn | calledElement=\"mentor-matching\" | calledElement=\"mentor-maching\" | calls the process \"mentor-maching\", which is neither among the files nor in force. Did you mean \"mentor-matching\"?",
                "mentor-change.bpmn | decisionRef=\"mentor-change-route\" | decisionRef=\"mentor-change-rout\" | asks the decision \"mentor-change-rout\", which is neither among the files nor in force. Did you mean \"mentor-change-route\"?",
                "mentor-change-route.dmn | <text>monthsLeft</text> | <text>monthLeft</text> | asks the decision \"mentor-change-route\", which reads \"monthLeft\", and nothing in this process sets it.",
                "mentor-absence.bpmn | value=\"mentorId, mentorId.mentees, coverId\" | value=\"mentorId, mentorId.mentees, coversId\" | says that \"coversId\" is part of its cases, and nothing in this process sets it.",
                // Forms.
                "mentor-absence-cover.form | \"key\": \"coverAnswer\" | \"key\": \"coverAnswers\" | names \"coverAnswer\" in",
                "mentor-absence-cover.form | \"value\": \"yes\" | \"value\": \"gladly\" | asks whether coverAnswer is \"yes\", which it never is.",
                "mentor-absence.bpmn | `<camunda:inputParameter name=\"coverOptions\">` | `<camunda:inputParameter name=\"coverOption\">` | has a form that shows \"coverOptions\" (mentor-absence-choose-cover), and nothing in this process sets it.",
                // Decisions.
                "keep-in-touch-rhythm.dmn | `(?s)<rule id=\"Rule_LongTogether\">.*?</rule>` | `` | \"How often is enough\" (keep-in-touch-rhythm) has no rule for \"Whole months together\" = 24",
                "keep-in-touch-rhythm.dmn | \"every month\" | \"every mont\" | yields \"every mont\", which nothing that asks this table knows. Did you mean \"every month\"?",
                "mentor-change-route.dmn | \"agreement\" | \"agrement\" | yields \"agrement\", which nothing that asks this table knows. Did you mean \"agreement\"?",
                "mentor-change-route.dmn | hitPolicy=\"FIRST\" | hitPolicy=\"UNIQUE\" | has two rules, number",
            })
    void it_is_said_where_it_is_and_what_would_be_right(String file, String from, String to, String sentence) {
        assertThat(Finding.sentences(Slips.in(changed(file, from, to), OURS), true))
                .isNotEmpty()
                .allMatch(fault -> fault.startsWith("In "))
                .anySatisfy(fault -> assertThat(fault).contains(sentence));
    }

    /** What is odd and can be meant is not refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mentor-absence.bpmn | `name=\"Begin the absence\" camunda:asyncBefore=\"true\"` | name=\"Begin the absence\" | is done at once, in the same breath as what was before it.",
                "keep-in-touch-rhythm.dmn | &lt; 12 | &lt; 2 | is rule number 2, which never decides: rules above it always fit first.",
            })
    void a_warning_is_told_apart_from_a_fault(String file, String from, String to, String sentence) {
        var found = Slips.in(changed(file, from, to), OURS);

        assertThat(Finding.sentences(found, true)).isEmpty();
        assertThat(Finding.sentences(found, false))
                .anySatisfy(warning -> assertThat(warning).contains(sentence));
    }

    /** As an analyst deploys it: the diagram with its forms, and one change wherever it reads so. */
    private static Map<String, byte[]> changed(String file, String from, String to) {
        var process = OURS.keySet().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.replace(".bpmn", ""))
                .filter(name -> file.startsWith(name + "-") && file.endsWith(".form") || file.equals(name + ".bpmn"))
                .max(Comparator.comparingInt(String::length))
                .orElse("mentor-change");
        var files = new HashMap<String, byte[]>();
        OURS.forEach((name, content) -> {
            if (name.equals(file) || name.equals(process + ".bpmn") || name.startsWith(process + "-")) {
                files.put(name, content);
            }
        });
        var original = new String(OURS.get(file), StandardCharsets.UTF_8);
        var changed = from.startsWith("(?s)") ? original.replaceAll(from, to) : original.replace(from, to);
        assertThat(changed).isNotEqualTo(original);
        files.put(file, changed.getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
