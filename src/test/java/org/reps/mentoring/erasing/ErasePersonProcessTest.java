package org.reps.mentoring.erasing;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.leaving.MissingPeople;
import org.reps.mentoring.person.KnownPeople;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How it is decided that somebody is erased, and when. */
class ErasePersonProcessTest extends ErasingTest {

    private final ActingRep ottilie = programme.rep("ottilie");
    private final ActingCouncilMember clara = programme.council("clara");

    @Autowired
    MissingPeople missing;

    @Autowired
    ErasingSteps erasing;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void ottilie_has_a_mentor() {
        givenMentor("mateo", 5);
        givenSomebody("ottilie", "Quirrenbach", "ottilie@example.org", Group.REPS);
        givenContact("clara");
        givenContact("chidi");
        mentorships.begin("ottilie", "mateo");
    }

    private void hasLeft(Object... more) {
        leaves("ottilie", today(), more);
        fire("Event_LeavingDayOver");
    }

    private List<ProcessInstance> running(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .list();
    }

    // --- how it begins

    @Test
    void a_contact_asks_for_it_and_both_learn_until_when_it_can_be_undone() {
        hasLeft("message", word("message"));
        asksToErase("clara", " OTTILIE ");

        assertThat(mailsTo("ottilie")).contains("What is kept about you will be erased");
        assertThat(mailsTo("clara")).contains("Ottilie Quirrenbach will be erased");
        assertThat(dueOf("Event_BackNoMore"))
                .isEqualTo(today().plusDays(15).atStartOfDay(UTC).toInstant());
        assertTheCaseKnowsNobodysName();
        var left = leavingDays();
        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded().hasPassed("Event_ErasingAsked", "Event_Erased");
        assertThat(people.find("ottilie")).isEmpty();
        assertNothingIsLeft();
        assertThat(leavingDays())
                .as("when people left is still counted")
                .isEqualTo(left)
                .hasSize(1);
        assertThat(known.hasLeft(pseudonym())).isTrue();
    }

    private void assertTheCaseKnowsNobodysName() {
        var id = the("erase-person").getId();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(id)
                        .list())
                .extracting("name")
                .containsExactlyInAnyOrder("startedBy", "erasingId");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(database.queryForObject("select id from erasing", String.class));
    }

    private List<Map<String, Object>> leavingDays() {
        return database.queryForList("select left_on from known_person where left_on is not null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mateo  | User name: \"mateo\" has not left. Only whoever has left the programme can be erased;",
                "nobody | User name: nobody here has ever had the user name \"nobody\"."
            })
    void whoever_has_not_left_is_not_erased(String userName, String reason) {
        assertThatThrownBy(() -> asksToErase("clara", userName))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
        assertThat(database.queryForList("select id from erasing")).isEmpty();
    }

    @Test
    void it_is_asked_for_once() {
        hasLeft();
        asksToErase("clara", "ottilie");

        assertThatThrownBy(() -> asksToErase("chidi", "Ottilie"))
                .isInstanceOf(Refusal.class)
                .hasMessage("User name: \"ottilie\" is going to be erased already. Until " + today().plusDays(14)
                        + " is over, they can still come back.");
        timeToComeBackOver();
        assertThatThrownBy(() -> asksToErase("chidi", "Ottilie"))
                .isInstanceOf(Refusal.class)
                .hasMessage("User name: whoever had the user name \"Ottilie\" is erased already.");
    }

    @Test
    void only_whoever_leaves_can_wish_it_as_they_leave() {
        // The form asks for it only where somebody says it of themself.
        assertThatThrownBy(() -> erasing.noteWish("leaving", "ottilie", "clara", true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("only Ottilie can wish it here");
        hasLeft("erasingWished", true);

        assertThat(mailsTo("ottilie")).contains("What is kept about you will be erased");
        assertThat(mailsTo("clara")).noneMatch(subject -> subject.contains("erased"));
        timeToComeBackOver();
        assertThat(the("erase-person")).isEnded().hasPassed("Event_ErasingWished", "Event_Erased");
    }

    @Test
    void whoever_stays_has_not_wished_anything() {
        leaves("ottilie", today().plusDays(10), "erasingWished", true);
        assertThat(wishes()).isEqualTo(1);
        complete("Activity_ThinkAgain", "ottilie", Map.of("stays", true, "whenErased", "soon"));
        assertThat(wishes()).isZero();
        leaves("clara", today().plusDays(7), "onBehalfOf", "ottilie");
        fire("Event_LeavingDayOver");

        assertThat(known.hasLeft("ottilie")).isTrue();
        assertThat(every("erase-person")).isEmpty();
    }

    @Test
    void whoever_leaves_sees_what_they_wished_and_can_change_it_until_the_last_day_is_over() {
        leaves("ottilie", today().plusDays(10), "erasingWished", true);
        assertThat(wishShown()).isEqualTo(true);
        complete("Activity_ThinkAgain", "ottilie", Map.of("whenErased", "later"));
        assertThat(wishShown()).isEqualTo(false);
        assertThat(wishes()).isZero();
        complete("Activity_ThinkAgain", "ottilie", Map.of("whenErased", "soon"));
        complete("Activity_ThinkAgain", "ottilie", Map.of());
        assertThat(wishShown()).isEqualTo(true);
        fire("Event_LeavingDayOver");

        assertThat(known.hasLeft("ottilie")).isTrue();
        assertThat(mailsTo("ottilie")).contains("What is kept about you will be erased");
    }

    private Object wishShown() {
        return tasks.getVariable(task("Activity_ThinkAgain").getId(), "isErasingWished");
    }

    private int wishes() {
        return database.queryForObject("select count(*) from erasing_wish", Integer.class);
    }

    @Test
    void whoever_is_here_again_because_a_backup_was_restored_is_erased_again() {
        hasLeft();
        asksToErase("clara", "ottilie");
        timeToComeBackOver();
        noticed();
        database.update(
                "update known_person set id = 'ottilie', small = 'ottilie', digest = null where digest is not null");
        appears();
        assertThat(known.problem("OTTILIE")).isPresent();
        noticed();

        assertThat(every("erase-person")).hasSize(2);
        timeToComeBackOver();
        assertThat(people.find("ottilie")).isEmpty();
        assertThat(known.find("ottilie")).get().matches(KnownPeople.Known::erased);
    }

    @AfterEach
    void nobody_was_erased() {
        keys().execute("delete from erased_name");
    }

    private void noticed() {
        erasing.noticeLongGone();
        runJobs();
    }

    // --- until it is done

    @Test
    void whoever_comes_back_meanwhile_is_not_erased() {
        hasLeft("erasingWished", true);
        startAs("clara", "welcome-back", Map.of("userName", "ottilie", "samePerson", true));
        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded().hasPassed("Event_BackAgain");
        assertThat(people.name("ottilie")).isEqualTo("Ottilie Quirrenbach");
        assertThat(identities.checkPassword("ottilie", "mentoring-demo")).isTrue();
        assertThat(database.queryForList("select open_person from erasing where open_person is not null"))
                .isEmpty();
    }

    @Test
    void whoever_came_back_and_left_again_without_wishing_it_is_not_erased() {
        hasLeft("erasingWished", true);
        startAs("clara", "welcome-back", Map.of("userName", "ottilie", "samePerson", true));
        later(Period.ofDays(10));
        hasLeft();
        later(Period.ofDays(5));
        fire("Event_BackNoMore");

        assertThat(the("erase-person")).isEnded().hasPassed("Event_BackAgain");
        assertThat(people.name("ottilie")).isEqualTo("Ottilie Quirrenbach");
    }

    @Test
    void whoever_came_back_and_left_again_wishing_it_is_told_again_and_has_time_once_more() {
        hasLeft("erasingWished", true);
        startAs("clara", "welcome-back", Map.of("userName", "ottilie", "samePerson", true));
        later(Period.ofDays(10));
        hasLeft("erasingWished", true);

        assertThat(mailsTo("ottilie").stream().filter("What is kept about you will be erased"::equals))
                .hasSize(2);
        assertThatThrownBy(() -> asksToErase("clara", "ottilie"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Until " + today().plusDays(14));
        later(Period.ofDays(5));
        var first = management
                .createJobQuery()
                .timers()
                .activityId("Event_BackNoMore")
                .orderByJobDuedate()
                .asc();
        management.executeJob(first.list().get(0).getId());
        runJobs();
        assertThat(running("erase-person")).hasSize(1);
        assertThat(people.find("ottilie")).isPresent();
        later(Period.ofDays(10));
        fire("Event_BackNoMore");
        assertThat(running("erase-person")).isEmpty();
        assertThat(people.find("ottilie")).isEmpty();
    }

    @Test
    void whoever_was_expected_back_and_has_never_come_can_be_erased() {
        hasLeft("erasingWished", true);
        identities.deleteUser("ottilie");
        startAs("clara", "welcome-back", Map.of("userName", "ottilie", "samePerson", true));
        asksToErase("clara", "ottilie");
        later(Period.ofDays(15));
        management
                .createJobQuery()
                .timers()
                .activityId("Event_BackNoMore")
                .list()
                .forEach(timer -> management.executeJob(timer.getId()));
        runJobs();

        assertThat(endOf("erase-person").split(", ")).containsExactlyInAnyOrder("Event_BackAgain", "Event_Erased");
        assertThat(known.find("ottilie")).get().matches(KnownPeople.Known::erased);
    }

    @Test
    void a_concern_goes_on_and_nobody_learns_that_there_is_one() {
        ottilie.raisesAConcern("whatHappened", word("concern"));
        hasLeft("erasingWished", true);
        var mails = database.queryForList("select id from mail");
        timeToComeBackOver();
        onTheNextDay();

        assertThat(the("erase-person")).isActive();
        assertThat(database.queryForList("select id from mail"))
                .as("nobody is told")
                .hasSameSizeAs(mails)
                .isNotEmpty();
        assertThat(people.find("ottilie")).isPresent();
        clara.settlesTheConcernAtOnce("I talked to them.", "It is done.");
        fire("Event_AnswerNotRead");
        onTheNextDay();

        assertThat(the("erase-person")).isEnded().hasPassed("Event_Erased");
        assertNothingIsLeft();
    }

    @Test
    void what_others_finish_that_they_have_begun_is_waited_for() {
        leaves("ottilie", today(), "reason", word("reason"));
        fire("Event_LeavingDayOver");
        asksToErase("clara", "ottilie");
        timeToComeBackOver();
        assertThat(the("erase-person")).isWaitingAt("Event_NextDay");

        complete("Activity_ReadReason", "chidi", Map.of());
        onTheNextDay();
        assertThat(the("erase-person")).isEnded();
        assertNothingIsLeft();
    }

    @Test
    void a_mail_that_is_on_its_way_is_waited_for_and_one_that_nobody_takes_is_dropped() {
        hasLeft();
        database.update("update ACT_ID_USER set EMAIL_ = null where ID_ = 'ottilie'");
        asksToErase("clara", "ottilie");
        clara.findsNoAddressFor("ottilie");
        database.update("update mail set state = 'WAITING', sent_at = null where notice = 'left-thanks'");
        timeToComeBackOver();
        assertThat(the("erase-person")).isWaitingAt("Event_NextDay");

        database.update("update mail set state = 'KEPT' where notice = 'left-thanks'");
        onTheNextDay();
        assertThat(the("erase-person")).isEnded();
        assertThat(database.queryForList(
                        "select state from mail where notice in ('left-thanks', 'erasing-announced')", String.class))
                .containsExactly("DROPPED", "DROPPED");
        assertNothingIsLeft();
    }

    /** It calls them by the first name only. */
    @Test
    void what_a_mentor_has_not_been_sent_yet_of_a_mentee_who_is_erased_is_dropped() {
        database.update("update ACT_ID_USER set EMAIL_ = null where ID_ = 'mateo'");
        hasLeft("erasingWished", true);
        assertThat(database.queryForMap("select state, subject from mail where notice = 'left-mentor'"))
                .containsEntry("STATE", "KEPT")
                .containsEntry("SUBJECT", "Ottilie has left the programme");
        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded();
        assertThat(database.queryForMap("select state, subject, text from mail where notice = 'left-mentor'"))
                .containsEntry("STATE", "DROPPED")
                .containsEntry("SUBJECT", "")
                .containsEntry("TEXT", "");
        assertNothingIsLeft();
    }

    @Test
    void nobody_is_erased_where_the_operator_has_deleted_the_case() {
        hasLeft();
        asksToErase("clara", "ottilie");
        runtime.deleteProcessInstance(the("erase-person").getId(), "not now");

        assertThat(database.queryForObject("select state from erasing", String.class))
                .isEqualTo("STOPPED");
        assertThat(people.find("ottilie")).isPresent();
        asksToErase("clara", "ottilie");
        assertThat(every("erase-person")).hasSize(2);
    }

    @Test
    void a_step_that_fails_in_the_end_has_erased_nothing_and_is_done_again() {
        ottilie.raisesAConcern("whatHappened", word("concern"));
        clara.settlesTheConcernAtOnce("I talked to them.", "It is done.");
        ottilie.findsThatTheAnswerHelps();
        hasLeft();
        asksToErase("clara", "ottilie");
        later(Period.ofDays(15));
        var before = left();
        var id = database.queryForObject("select id from erasing", String.class);

        transaction.executeWithoutResult(status -> {
            assertThat(erasing.erase(id)).isEqualTo("erased");
            status.setRollbackOnly();
        });
        assertThat(left()).containsExactlyInAnyOrderElementsOf(before);

        fire("Event_BackNoMore");
        assertNothingIsLeft();
        assertThat(erasing.erase(id)).as("once more").isEqualTo("erased");
        assertThat(database.queryForList("select id from known_person where digest is not null"))
                .hasSize(1);
    }

    // --- what is left

    @Test
    void the_user_name_stays_nobodys_although_nobody_can_read_it() {
        hasLeft("erasingWished", true);
        timeToComeBackOver();

        for (var userName : List.of("ottilie", "Ottilie", "OTTILIE")) {
            assertThatThrownBy(() -> people.register(new Person(userName, "Ottilie", "Other", ""), "mentoring-demo"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("User name: somebody had the user name \"" + userName
                            + "\" before, who was erased, and it is nobody else's. Please choose another one.");
            // What a file that moves in says of it.
            assertThat(known.problem(userName)).isPresent();
            assertThatThrownBy(() -> startAs("clara", "welcome-back", Map.of("userName", userName, "samePerson", true)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("was erased, and nothing is kept that they could come back to.");
        }
        appears();
        missing.notice(10);
        assertThat(known.isAway("ottilie")).isTrue();
        assertThat(identities.checkPassword("ottilie", "mentoring-demo")).isFalse();
        assertThat(database.queryForList("select id from known_person where id = 'ottilie'"))
                .isEmpty();
    }

    @Test
    void whoever_signs_in_elsewhere_once_more_gets_no_other_account() {
        database.update("insert into provider_identity (id, user_id, said) values ('one', 'ottilie', 'a hash')");
        hasLeft("erasingWished", true);
        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded().hasPassed("Event_Erased");
        assertThat(database.queryForMap("select id, user_id, said from provider_identity"))
                .containsEntry("ID", "one")
                .containsEntry("USER_ID", null)
                .containsEntry("SAID", "");
    }

    /** An account, in the database, as by a restored backup. */
    private void appears() {
        database.update("insert into ACT_ID_USER (ID_, REV_, FIRST_, EMAIL_, PWD_, SALT_)"
                + " select 'ottilie', 1, 'Ottilie', 'o@example.org', PWD_, SALT_ from ACT_ID_USER where ID_ = 'mateo'");
    }

    @Test
    void of_whom_only_the_user_name_is_known_any_more_nothing_is_left_either() {
        givenSomebody("zdenka", "Halimova", "zdenka.h@example.net", Group.REPS);
        programme.rep("zdenka").asksToBecomeAMentor("motivation", word("motivation"));
        programme.rep("zdenka").reportsTheTraining(today(), "narrative", word("narrative"));
        identities.deleteUser("zdenka");
        assertThat(known.hasLeft("zdenka")).isTrue();
        assertThat(database.queryForList("select NAME_ from ACT_HI_TASKINST", String.class))
                .contains("Confirm the training of Zdenka");
        asksToErase("clara", "zdenka");
        assertThat(mailsTo("clara")).contains("zdenka will be erased");
        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded().hasPassed("Event_Erased");
        words.removeAll(List.of("ottilie", "Quirrenbach", "ottilie@example.org"));
        assertNothingIsLeft();
        assertThat(database.queryForList("select NAME_ from ACT_HI_TASKINST", String.class))
                .contains("Confirm the training of …");
    }

    @Test
    void of_two_who_are_called_alike_nothing_is_taken_from_the_other() {
        givenRep("ottilie2");
        called("ottilie2", "Ottilie", "Huaman");
        var other = programme.rep("ottilie2");
        other.asksToBecomeAMentor("motivation", "I am Ottilie, too");
        var name =
                database.queryForList("select NAME_ from ACT_HI_TASKINST where ASSIGNEE_ = 'ottilie2'", String.class);
        database.update("update mail set state = 'KEPT', sent_at = null where recipient_id = 'ottilie2'");
        var mails = database.queryForList("select text from mail where recipient_id = 'ottilie2'", String.class);
        hasLeft("erasingWished", true);
        timeToComeBackOver();

        assertThat(the("erase-person")).isEnded();
        assertThat(people.find("ottilie")).isEmpty();
        assertThat(people.name("ottilie2")).isEqualTo("Ottilie Huaman");
        assertThat(database.queryForList(
                        "select NAME_ from ACT_HI_TASKINST where ASSIGNEE_ = 'ottilie2'", String.class))
                .isEqualTo(name)
                .isNotEmpty();
        assertThat(database.queryForList("select text from mail where recipient_id = 'ottilie2'", String.class))
                .isEqualTo(mails)
                .isNotEmpty();
        assertThat(running("coaching-training")).hasSize(1);
    }
}
