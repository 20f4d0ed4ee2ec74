package org.reps.mentoring.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.Today.today;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.Today;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * SOP: how to become a mentor; mentor orientation. Riku in Helsinki has been a rep for two years; Maya is a mentor, and
 * Clara and Chidi are contacts. It is ten in the morning in Greenwich, and stays so.
 */
abstract class CoachingTrainingTest extends ProgrammeTest {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** Occurs nowhere but in what contacts write confidentially. */
    static final String MARKER = "archaeopteryx";

    final ActingRep riku = programme.rep("riku");
    final ActingMentor maya = programme.mentor("maya");
    final ActingCouncilMember clara = programme.council("clara");
    final ActingCouncilMember chidi = programme.council("chidi");

    /** The day on which the test begins. */
    LocalDate firstDay;

    /** The day for which the on-boarding call is proposed. */
    LocalDate callDay;

    @Autowired
    Trainings trainings;

    @BeforeEach
    void a_programme() {
        Today.goTo(today().atTime(LocalTime.of(10, 0)).toInstant(ZoneOffset.UTC));
        firstDay = today();
        callDay = firstDay.plusDays(6);
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        givenMentor("maya", 5);
        givenRep("rosa");
        givenRep("riku");
        var rep = reps.findById("riku").orElseThrow();
        reps.save(rep.describedAs(rep.languages(), HELSINKI.getId(), Set.of(), "", ""));
    }

    // --- how it is told here

    void untilReported() {
        riku.asksToBecomeAMentor();
        riku.reportsTheTraining(today().minusDays(1));
    }

    void untilAccepted() {
        untilReported();
        clara.acceptsTheTrainingOf("riku");
    }

    /** Clara holds the call. */
    void untilCallDay() {
        untilAccepted();
        clara.proposesAnOnboardingCallTo("riku", callDay, "19:30");
        fire("Event_CallDayReached");
        // In the morning: for the calendars the call is still ahead.
        Today.goTo(callDay.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC));
    }

    void untilSetUp() {
        untilCallDay();
        clara.holdsTheOnboardingCallWith("riku", callDay);
    }

    void becomeMentor() {
        untilSetUp();
        riku.setsUpAsAMentor();
    }

    void joined(String id, LocalDate day) {
        var rep = reps.findById(id).orElseThrow();
        reps.save(new Rep(
                id,
                day,
                rep.languages(),
                rep.timeZone(),
                rep.skillsWanted(),
                rep.goals(),
                rep.noteForMentor(),
                rep.version()));
    }

    // --- what can be seen

    /** The newest one. */
    Training training() {
        return trainings.findAll().stream()
                .reduce((one, other) -> other.isOpen() ? other : one.isOpen() ? one : other)
                .orElseThrow();
    }

    TrainingDecision decision() {
        return training().lastDecision().orElseThrow();
    }

    long cases() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("coaching-training")
                .count();
    }

    /** As people read it, e.g. {@code Thursday, 26 November 2026}. */
    static String inWords(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH).format(day);
    }

    static void assertRefused(ThrowingCallable action, String reason) {
        assertThatThrownBy(action).isInstanceOf(Refusal.class).hasMessage(reason);
    }

    void assertNotShown(String activity, String... userIds) {
        var task = task(activity).getId();
        for (var userId : List.of(userIds)) {
            assertThatThrownBy(() -> as(userId, () -> forms.getTaskFormVariables(task)))
                    .as(activity + " shown to " + userId)
                    .isInstanceOf(AuthorizationException.class);
        }
    }
}
