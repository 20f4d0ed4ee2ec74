package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people answer that no form would let through. */
class AdversarialAnswersTest extends AdversarialTest {

    /** Besides a right answer, so that this is what it is refused for. */
    @ParameterizedTest(name = "28–31 {0}")
    @ValueSource(
            strings = {
                "approved",
                "mentorId",
                "menteeId",
                "mentorshipId",
                "startedBy",
                "excludedMentorIds",
                "loopCounter",
                "nrOfCompletedInstances",
                "initiator",
                "task",
                "execution",
                "matching",
                "onboarding",
                "mentorships",
                "council",
                "rules",
                "environment",
                "dataSource",
                "authenticatedUserId",
                "goals.extra",
                "",
                " ",
                "__proto__",
                "${menteeId}"
            })
    void cases_28_to_31_what_is_not_in_the_form_is_not_taken(String name) {
        var answer = refused(
                () -> as("rumi").start("rep-onboarding", wishesWith(name, "mei")),
                () -> as("ruth").submit(ruths().getId(), Map.of("repAnswer", "yes", name, "mei")),
                () -> as("mateo").submit(mateos().getId(), with(theCall(), name, "mei")));

        assertThat(answer.message()).isEqualTo("\"" + name + "\" is not part of this form.");
    }

    @ParameterizedTest(name = "65 {0}")
    @MethodSource
    void case_65_a_form_is_checked_on_the_server(String userId, Map<String, ?> answers, String message) {
        var answer = refused(() -> submit(userId, answers));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo(message);
    }

    static Stream<Arguments> case_65_a_form_is_checked_on_the_server() {
        var notAnOption = ": please choose one of the options.";
        return Stream.of(
                Arguments.of("rumi", wishesWith("goals", ""), "What would you like to achieve?: please answer this."),
                Arguments.of(
                        "rumi", wishesWith("goals", " \n\t "), "What would you like to achieve?: please answer this."),
                Arguments.of(
                        "rumi",
                        wishesWith("goals", "\u00a0\u2003\u3000"),
                        "What would you like to achieve?: please answer this."),
                Arguments.of("rumi", wishesWith("languages", List.of()), "Languages you speak: please answer this."),
                Arguments.of("rumi", wishesWith("languages", List.of("xx")), "Languages you speak" + notAnOption),
                Arguments.of("rumi", wishesWith("languages", List.of("en", "xx")), "Languages you speak" + notAnOption),
                Arguments.of("rumi", wishesWith("timeZone", "Mars/Olympus"), "Your time zone" + notAnOption),
                Arguments.of("rumi", wishesWith("timeZone", "utc"), "Your time zone" + notAnOption),
                Arguments.of("ruth", Map.of("repAnswer", "YES"), "Your answer" + notAnOption),
                Arguments.of("ruth", Map.of("repAnswer", "maybe"), "Your answer" + notAnOption),
                Arguments.of("ruth", NOTHING, "Your answer: please answer this."),
                Arguments.of("ruth", Map.of("repAnswer", "question"), "Your question: please answer this."),
                Arguments.of(
                        "rana",
                        Map.of("firstSteps", "taken", "agreementSigned", false),
                        "I have signed the agreement: please tick this. My profile is complete: please tick this."
                                + " I have joined the group and its channels: please tick this."
                                + " My first goal, in my own words: please answer this."),
                Arguments.of("mateo", with(theCall(), "contactEvery", "never"), "How often?" + notAnOption),
                Arguments.of(
                        "mateo",
                        with(theCall(), "channel", "x".repeat(201)),
                        "How will you keep in touch?: please write at most 200 characters; these are 201."),
                Arguments.of("mateo", with(theCall(), "heldOn", "2999-01-01"), "Held on: please check the year."));
    }

    @ParameterizedTest(name = "66 {0}")
    @ValueSource(
            strings = {
                "0000-01-01",
                "0000-00-00",
                "9999-12-31",
                "10000-01-01",
                "2026-02-30",
                "2026-02-29",
                "2026-13-01",
                "1/2/2026",
                "-2026-01-01",
                "+2026-01-01",
                "2026-01-01T00:00:00Z",
                "31.02.2026",
                "20260101",
                "today",
                "٢٠٢٦-01-01",
                "2026-01-01\u0000",
                "1999-12-31"
            })
    void case_66_a_day_that_does_not_exist_or_cannot_be_meant_is_refused(String day) {
        assertThat(refused(() -> as("mateo").submit(mateos().getId(), with(theCall(), "heldOn", day)))
                        .message())
                .startsWith("Held on: ");
    }

    @ParameterizedTest(name = "{0} weeks")
    @MethodSource
    void what_is_no_whole_number_is_refused_however_it_is_sent(Object weeks, String problem) {
        var task = contacts().getId();
        engine.getTaskService().claim(task, "clara");
        try {
            var decision = Map.of("contactDecision", "wait", "waitWeeks", weeks);
            assertThat(refused(() -> as("clara").submit(task, decision)).message())
                    .isEqualTo("For how many weeks?: " + problem + ".");
        } finally {
            engine.getTaskService().setAssignee(task, null);
        }
    }

    static Stream<Arguments> what_is_no_whole_number_is_refused_however_it_is_sent() {
        var whole = "please give a whole number";
        return Stream.of(
                Arguments.of(2.5, whole),
                Arguments.of("2.5", whole),
                Arguments.of("2,5", whole),
                Arguments.of("1e1", whole),
                Arguments.of("seven", whole),
                Arguments.of("7 weeks", whole),
                Arguments.of("²", whole),
                Arguments.of("1,000", "this could be 1.000 or 1000; please write the one you mean"),
                Arguments.of(" 13 ", "please give 12 or less"),
                Arguments.of("\uFF10", "please give 1 or more"),
                Arguments.of("-7", "please give 1 or more"),
                Arguments.of(1e2, "please give 12 or less"));
    }

    @ParameterizedTest(name = "67 {1} for {0}")
    @CsvSource({
        "rumi, mei",
        "rumi, nobody99",
        "rumi, *",
        "rumi, camunda-admin",
        "mateo, rumi",
        "clara, nobody99",
        "clara, *",
        "clara, rumi%",
        "clara, council",
        "clara, anna",
        "clara, clara",
        "clara, ruth",
        "clara, ravi"
    })
    void case_67_nobody_starts_for_somebody_who_is_not_a_rep_without_a_mentor(String userId, String onBehalfOf) {
        assertThat(refused(() -> as(userId).start("rep-onboarding", wishesWith("onBehalfOf", onBehalfOf)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "67 {0}")
    @ValueSource(strings = {"remy", "clara", "nobody99", "*", "MATEO", "mei", "musa", "rumi", "${'mateo'}"})
    void case_67_a_contact_asks_nobody_but_a_mentor_with_a_free_place(String mentorId) {
        var task = contacts().getId();
        engine.getTaskService().claim(task, "clara");
        try {
            var decision = Map.of("contactDecision", "ask", "recommendedMentorId", mentorId);
            assertThat(refused(() -> as("clara").submit(task, decision)).message())
                    .isEqualTo("Whom shall we ask?: please choose one of the options.");
        } finally {
            engine.getTaskService().setAssignee(task, null);
        }
    }

    /** It stands in a variable, of which the form shows a part. */
    @Test
    void case_65_a_field_is_called_as_it_was_read() {
        var task = task("Activity_Decide", "rosa").getId();
        engine.getTaskService().claim(task, "clara");
        try {
            var refusal = Map.of("decision", "refuse", "decisionReason", "It has just begun.");
            assertThat(refused(() -> as("clara").submit(task, refusal)).message())
                    .isEqualTo("What Rosa is told: please answer this.");
        } finally {
            engine.getTaskService().setAssignee(task, null);
        }
    }

    @Test
    void case_65_what_is_hidden_is_not_kept() {
        var secret = "hidden-marker";
        var nora = newcomer("nora");
        programme.rep("nora").looksForAMentor();
        letEverythingDueHappen();
        var offer = as("mateo").take("Offer to mentor Nora", "mateo");

        // The date is only asked for when the answer is no.
        var answers = Map.of("mentorOffers", "yes", "noNewMenteesUntil", "2100-01-01");
        assertThat(as("mateo").submit(offer, answers).status()).isEqualTo(204);
        letEverythingDueHappen();
        var proposal = nora.myTask("Meet your proposed mentor");
        assertThat(nora.submit(proposal, Map.of("repAnswer", "yes", "declineReason", secret, "repQuestion", secret))
                        .status())
                .isEqualTo(204);
        letEverythingDueHappen();

        var after = DatabaseDump.of(database);
        assertThat(after.containing(secret)).isEmpty();
        assertThat(after.containing("2100-01-01")).isEmpty();
    }

    private TasklistSession.Answer submit(String userId, Map<String, ?> answers) {
        return switch (userId) {
            case "ruth" -> as(userId).submit(ruths().getId(), answers);
            case "rana" -> as(userId).submit(ranas().getId(), answers);
            case "mateo" -> as(userId).submit(mateos().getId(), answers);
            default -> as(userId).start("rep-onboarding", answers);
        };
    }

    private static Map<String, Object> theCall() {
        return Map.of(
                "heldOn",
                today().toString(),
                "channel",
                "Video call",
                "contactEvery",
                "every week",
                "firstGoals",
                "Get to know the programme");
    }

    private static Map<String, Object> with(Map<String, Object> answers, String field, Object value) {
        var more = new HashMap<>(answers);
        more.put(field, value);
        return more;
    }
}
