package org.reps.mentoring.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.reps.mentoring.Today.today;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.cockpit.History.Line;
import org.reps.mentoring.cockpit.History.Wanted;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** What the council reads of cases that have ended. */
class HistoryTest extends ProgrammeTest {

    private static final String CLARA = "clara";

    @Autowired
    private History past;

    private final LocalDate today = today();

    @Test
    void a_case_that_runs_is_no_history() {
        searchBegun("rosa");

        assertThat(all()).isEmpty();
        assertThat(past.story(CLARA, cases("rep-onboarding").get(0).getId())).isEmpty();
    }

    @Test
    void it_is_told_who_did_what_when() {
        found("rosa");

        var ended = all().get(0);

        assertThat(ended)
                .extracting(Line::process, Line::about, Line::outcome)
                .containsExactly("Find a mentor", "Rosa Sample", "Mentorship begun");
        var story = past.story(CLARA, ended.id()).orElseThrow();
        assertThat(story.steps())
                .extracting(History.Happened::step, History.Happened::who, History.Happened::cancelled)
                .contains(
                        tuple("Offer to mentor Rosa", "Max Sample", false),
                        tuple("Meet your proposed mentor", "Rosa Sample", false));
        assertThat(story.steps()).allSatisfy(step -> assertThat(step.from()).startsWith(today.toString()));
        assertThat(story.passed()).contains("Activity_OfferToMentor", "Activity_MeetProposedMentor");
        assertThat(story.definitionId()).startsWith("mentor-matching:");
    }

    /** The days that are looked for are those of whoever looks; it ended on the evening of 9 December in Greenwich. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, 2026-12-09, 0",
        "Pacific/Auckland, 2026-12-10, 1",
        "America/Los_Angeles, 2026-12-09, 1",
        "America/Los_Angeles, 2026-12-10, 0",
        "UTC, 2026-12-09, 1"
    })
    void a_day_is_one_where_the_reader_lives(String zone, String day, int found) {
        database.update("insert into mail_choice (id, digest, time_zone, version) values ('clara', true, ?, 0)", zone);
        Today.goTo(Instant.parse("2026-12-09T22:30:00Z"));
        found("rosa");

        assertThat(find("mentor-matching", "", "", day, day).total()).isEqualTo(found);
    }

    @Test
    void no_variable_is_part_of_it() {
        found("rosa");

        var story = past.story(CLARA, all().get(0).id()).orElseThrow();

        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting("name")
                .contains("menteeId");
        assertThat(story.toString()).doesNotContain("Organise a meetup", "menteeId", "Europe/Lisbon");
    }

    @Test
    void confidential_cases_are_not_among_them_and_neither_is_what_they_called() {
        givenMentor("mary", 5);
        mentorshipOf("rana", "max");
        startAs(
                "rana",
                "mentor-change",
                Map.of("wishedRoute", "council", "category", "time", "reason", "Nobody there for weeks."));
        complete("Activity_NameMentor", "rana", Map.of("nextMentor", "nobody"));
        complete("Activity_OfferToMentor", "mary", Map.of("mentorOffers", "yes"));
        complete("Activity_MeetProposedMentor", "rana", Map.of("repAnswer", "yes"));
        startAs("rana", "raise-concern", Map.of("category", "other", "whatHappened", "Hm.", "mayContact", true));
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processDefinitionKey("raise-concern")
                        .singleResult()
                        .getId(),
                "settled");

        var confidential = Stream.of("mentor-change", "mentor-matching", "raise-concern", "yearly-feedback")
                .flatMap(process -> cases(process).stream())
                .filter(ended -> ended.getEndTime() != null)
                .toList();

        assertThat(confidential)
                .extracting(HistoricProcessInstance::getProcessDefinitionKey)
                .contains("mentor-matching", "raise-concern");
        assertThat(all()).isEmpty();
        assertThat(confidential)
                .allSatisfy(
                        ended -> assertThat(past.story(CLARA, ended.getId())).isEmpty());
        assertThat(past.processes())
                .extracting("key")
                .doesNotContain("mentor-change", "raise-concern", "yearly-feedback")
                .contains("mentor-matching");
        for (var process : List.of("mentor-change", "raise-concern", "yearly-feedback")) {
            assertThat(find(process, "", "", "", "").total()).isZero();
        }
    }

    @Test
    void a_council_member_does_not_read_how_cases_ended_that_they_were_part_of() {
        givenContact("mona");
        givenMentor("max", 5);
        givenRep("rana");
        mentorships.begin("rana", "max");
        var mentorship = mentorships.ofMentee("rana").orElseThrow().id();
        ended("yearly-check-in", mentorship);
        ended("mentor-absence", "max");

        assertThat(past.find("mona", wanted("", "", "", "", "", 0)).cases())
                .extracting(Line::about)
                .containsExactlyInAnyOrder("Rana Sample – Max Sample", "Max Sample");
        assertThat(past.find("max", wanted("", "", "", "", "", 0)).cases()).isEmpty();
        assertThat(past.story("max", cases("yearly-check-in").get(0).getId())).isEmpty();
        assertThat(past.story("mona", cases("yearly-check-in").get(0).getId())).isPresent();
    }

    @Test
    void nor_those_of_somebody_who_was_their_mentor() {
        givenContact("mona");
        givenMentor("max", 5);
        givenRep("rana");
        mentorships.begin("rana", "max");
        ended("mentor-inactivity", "max", Map.of("mentorId", "max"));
        mentorships.end(mentorships.ofMentee("rana").orElseThrow().id(), "over");

        assertThat(past.find("rana", wanted("", "", "", "", "", 0)).cases()).isEmpty();
        assertThat(past.story("rana", cases("mentor-inactivity").get(0).getId()))
                .isEmpty();
        assertThat(past.find("mona", wanted("", "", "", "", "", 0)).cases()).hasSize(1);
    }

    @Test
    void cases_are_found_by_process_person_day_and_outcome() {
        givenMentor("max", 5);
        givenRep("rosa");
        givenRep("ravi");
        mentorships.begin("rosa", "max");
        ended("mentor-absence", "max");
        later(Period.ofDays(-20));
        ended("coaching-training", "ravi");
        later(Period.ofDays(20));
        ended("yearly-check-in", mentorships.ofMentee("rosa").orElseThrow().id());
        ended("daily-round", null);

        assertThat(all())
                .extracting(Line::process)
                .containsExactly("Yearly check-in", "Take time off as a mentor", "Become a mentor");
        assertThat(find("daily-round", "", "", "", "").total()).isEqualTo(1);
        assertThat(find("", "ROSA", "", "", "").cases())
                .extracting(Line::process)
                .containsExactly("Yearly check-in");
        assertThat(find("", "max sam", "", "", "").total()).isEqualTo(2);
        assertThat(find("", "ravi", "", "", "").total()).isEqualTo(1);
        assertThat(find("", "nobody", "", "", "").total()).isZero();
        var ago = today.minusDays(20).toString();
        assertThat(find("", "", "", ago, ago).cases()).extracting(Line::about).containsExactly("Ravi Sample");
        assertThat(find("", "", "", today.minusDays(19).toString(), "").total()).isEqualTo(2);
        assertThat(find("mentor-absence", "", "Event_Back", "", "").total()).isZero();
        var spelt = DateTimeFormatter.ofPattern("d.M.yyyy").format(today.minusDays(20));
        assertThat(find("", "", "", " " + spelt, spelt).cases())
                .extracting(Line::about)
                .containsExactly("Ravi Sample");
        assertThatThrownBy(() -> find("", "", "", "1/2/2026", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("The date 1/2/2026 could be 2026-02-01 or 2026-01-02. Please write the one you mean.");
        assertThatThrownBy(() -> find("", "", "", "yesterday", ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please write the date like 2026-11-20.");
    }

    @Test
    void two_of_one_name_are_told_apart_and_found_by_any_of_their_names() {
        givenRep("ana");
        givenRep("ana2");
        called("ana", "Ána", "Silva");
        called("ana2", "Ana", "Silva");
        ended("coaching-training", "ana");
        ended("coaching-training", "ana2");

        assertThat(all()).extracting(Line::about).containsExactlyInAnyOrder("Ána Silva (ana)", "Ana Silva (ana2)");
        assertThat(find("", "ana silva", "", "", "").total()).isEqualTo(2);
        for (var typed : List.of("ana2", "ANA2", "Ana Silva (ana2)")) {
            assertThat(find("", typed, "", "", "").cases())
                    .as(typed)
                    .extracting(Line::about)
                    .containsExactly("Ana Silva (ana2)");
        }
    }

    @Test
    void they_come_in_pages_the_latest_first() {
        for (var i = 0; i < 27; i++) {
            ended("coaching-training", "rep" + i);
        }

        var first = past.find(CLARA, wanted("", "", "", "", "", 0));
        var second = past.find(CLARA, wanted("", "", "", "", "", 1));

        assertThat(first.total()).isEqualTo(27);
        assertThat(first.cases()).hasSize(25);
        assertThat(second.cases()).hasSize(2).doesNotContainAnyElementsOf(first.cases());
        assertThat(past.find(CLARA, wanted("", "", "", "", "", 2)).cases()).isEmpty();
        assertThatThrownBy(() -> wanted("", "", "", "", "", -1)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_search_can_be_for_each_way_in_which_a_process_ends() {
        found("rosa");
        var matching = past.processes().stream()
                .filter(process -> process.key().equals("mentor-matching"))
                .findFirst()
                .orElseThrow();

        assertThat(matching.outcomes()).extracting("name").contains("Mentorship begun");
        for (var outcome : matching.outcomes()) {
            assertThat(find("mentor-matching", "", outcome.id(), "", "").total())
                    .isEqualTo(outcome.name().equals("Mentorship begun") ? 1 : 0);
        }
    }

    // --- what has been

    private void searchBegun(String repId) {
        givenMentor("max", 5);
        givenContact("chidi");
        givenRep(repId);
        startAs(
                repId,
                "rep-onboarding",
                Map.of(
                        "goals",
                        "Organise a meetup in my town.",
                        "languages",
                        List.of("en"),
                        "timeZone",
                        "Europe/Lisbon",
                        "skillsWanted",
                        List.of()));
    }

    private void found(String repId) {
        searchBegun(repId);
        complete("Activity_OfferToMentor", "max", Map.of("mentorOffers", "yes"));
        complete("Activity_MeetProposedMentor", repId, Map.of("repAnswer", "yes"));
    }

    private void mentorshipOf(String menteeId, String mentorId) {
        givenMentor(mentorId, 5);
        givenContact(CLARA);
        givenRep(menteeId);
        later(Period.ofDays(-400));
        Objects.requireNonNull(mentorships.begin(menteeId, mentorId));
        later(Period.ofDays(400));
    }

    /** A case that was ended in the middle, without anything that happens in it. */
    private void ended(String process, String businessKey) {
        ended(process, businessKey, Map.of());
    }

    private void ended(String process, String businessKey, Map<String, Object> variables) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        var node = repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof Process)
                .findFirst()
                .orElseThrow();
        var start = runtime.createProcessInstanceByKey(process)
                .startBeforeActivity(node.getId())
                .setVariables(variables);
        (businessKey == null ? start : start.businessKey(businessKey)).execute(true, true);
    }

    private List<HistoricProcessInstance> cases(String process) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .list();
    }

    private List<Line> all() {
        return find("", "", "", "", "").cases();
    }

    private History.Page find(String process, String about, String outcome, String endedFrom, String endedUntil) {
        return past.find(CLARA, wanted(process, about, outcome, endedFrom, endedUntil, 0));
    }

    private static Wanted wanted(
            String process, String about, String outcome, String endedFrom, String endedUntil, int page) {
        return new Wanted(process, about, "", "", endedFrom, endedUntil, outcome, page);
    }
}
