package org.reps.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.notice.Notices;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is there for the mentees while Mateo is away. */
class CoveringForAMentorTest extends MateoIsAwayTest {

    @Autowired
    Notices notices;

    @Test
    void only_mentors_who_are_there_all_the_time_are_offered() {
        givenMentor("mona", 5);
        mentors.save(mentor("mona").becoming(Mentor.Status.RESIGNED));
        mei.takesTimeOff(today().plusDays(15), today().plusDays(20));
        mei.asksNobodyToCover();
        announce(10, 16);

        assertThat(shown("Activity_ChooseCover", "mateo"))
                .extractingByKey("coverOptions")
                .asString()
                .contains("\"maya\"", "\"no-one\"")
                .doesNotContain("mei", "mona", "mateo");
    }

    @Test
    void whoever_says_no_or_nothing_is_not_offered_again_and_nobody_is_fine_too() {
        announce(10, 30);
        mateo.asksToCover("maya");
        maya.doesNotAgreeToCoverFor("mateo");
        assertThat(shown("Activity_ChooseCover", "mateo"))
                .satisfies(shown ->
                        assertThat(shown.get("coverOptions").toString()).doesNotContain("maya"))
                .satisfies(shown -> assertThat(shown.get("absence").toString()).contains("Maya Sample"));
        mateo.asksToCover("mei");
        fire("Event_CoverSilent");
        assertThat(mailsTo("rumi")).isEmpty();
        mateo.asksNobodyToCover();

        assertThat(mailsTo("rumi")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(mailsTo("chidi")).containsExactly("Mateo Sample is away, and nobody covers for them");
        assertThat(openTasks()).containsExactly("Activity_StayAfterAll");
    }

    @Test
    void a_mentor_who_chooses_nobody_in_time_leaves_it_to_the_contacts() {
        announce(10, 30);
        fire("Event_NoCoverChosen");

        assertThat(mailsTo("rana")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(openTasks()).containsExactly("Activity_StayAfterAll");
    }

    @Test
    void nobody_covers_who_is_away_themselves_by_now() {
        announce(10, 30);
        startWithoutJobs("mei", days(20, 40));
        assertThatThrownBy(() -> mateo.asksToCover("mei"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Mei cannot cover for you any more.");
        mateo.asksToCover("maya");
        startWithoutJobs("maya", days(20, 40));
        assertThatThrownBy(() -> maya.agreesToCoverFor("mateo"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You are not there all that time yourself.");
    }

    @Test
    void where_the_cover_goes_away_too_everybody_is_told_and_the_mentor_is_asked_again() {
        announce(0, 30);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        maya.takesTimeOff(today().plusDays(20), today().plusDays(40));

        assertThat(mentor("mateo").cover()).isNull();
        assertThat(mailsTo("rumi"))
                .containsExactlyInAnyOrder(
                        "Mateo Sample is away, and the contacts are there for you",
                        "Mateo Sample is away, Maya Sample is there for you",
                        "Mateo Sample is away, and the contacts are there for you");
        mateo.sees("Activity_ChooseCover");
        assertThat(mentor("mateo").isAwayOn(today())).isTrue();
    }

    @Test
    void where_the_cover_goes_away_at_other_times_nothing_changes() {
        announce(0, 30);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        maya.takesTimeOff(today().plusDays(31), today().plusDays(40));

        assertThat(mentor("mateo").cover()).isEqualTo("maya");
    }

    @Test
    void a_cover_who_is_lost_while_a_contact_plans_is_noticed_afterwards() {
        announce(10, 200);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        mentors.save(mentor("maya").becoming(Mentor.Status.RESIGNED));
        clara.plansToKeepTheMenteesOf("mateo");

        assertThat(the("mentor-absence")).isWaitingAt("Activity_ChooseCover");
        assertThat(mailsTo("rumi")).containsExactly("Mateo Sample is away, and the contacts are there for you");
        assertThat(shown("Activity_ChooseCover", "mateo").get("coverOptions").toString())
                .contains("mei")
                .doesNotContain("maya");
    }

    @Test
    void the_cover_and_not_the_mentor_is_reminded_of_what_is_about_mentees() {
        announce(0, 10);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        notices.remind("mateo", "check-in-reminder", "1", Map.of("mentee", "Rumi"));
        notices.remind("mateo", "feedback-reminder", "2", Map.of());
        runJobs();

        assertThat(mailsTo("mateo")).noneMatch(subject -> subject.contains("yearly meeting"));
        assertThat(mailsTo("maya"))
                .containsExactly("Please do: Cover for Mateo?", "Something waits for Mateo Sample, for whom you cover");
        mateo.isBackEarly();
        notices.remind("mateo", "check-in-reminder", "3", Map.of("mentee", "Rumi"));
        runJobs();

        assertThat(mailsTo("mateo")).contains("The yearly meeting with Rumi is still to come");
        assertThat(mailsTo("maya").stream().filter(subject -> subject.startsWith("Something waits for Mateo")))
                .hasSize(1);
    }

    /** The mentor would have read it in Spanish. */
    @Test
    void the_cover_reads_in_their_own_language_what_the_mentor_would_have_read_in_another() {
        announce(0, 10);
        mateo.asksToCover("maya");
        maya.agreesToCoverFor("mateo");
        database.update("insert into reading_language (id, chosen) values ('mateo', 'es')");
        notices.remind("mateo", "check-in-reminder", "1", Map.of("mentee", "Rumi"));
        database.update("delete from reading_language");
        runJobs();

        assertThat(database.queryForObject(
                        "select text from mail where recipient_id = 'maya' and subject like 'Something waits%'",
                        String.class))
                .contains("The yearly meeting with Rumi is still to come");
    }
}
