package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reps.mentoring.mentor.Mentor;

class MentorAbsenceIT extends BrowserTest {

    @Test
    void a_mentor_is_away_and_somebody_covers() {
        givenMentor("moss", "America/Sao_Paulo", "robin");
        givenMentor("mika", "Asia/Kolkata");
        var firstDay = today("moss").plusDays(5);
        var lastDay = firstDay.plusDays(20);
        tasklist("moss")
                .start("Take time off as a mentor")
                .write("Away from", firstDay.toString())
                .write("Away until", firstDay.minusDays(1).toString())
                .isRefusedAt("Away until", "This is before the first day.")
                .write("Away until", lastDay.toString())
                .write("Message to my mentees", "Far away from any network. Back soon!")
                .complete();
        var moss = programme.mentor("moss");
        tasklist("moss").open("Who covers for you?").shows(inWords(firstDay)).shows(inWords(lastDay));
        moss.asksToCover("mika");
        programme.mentor("mika").agreesToCoverFor("moss");
        mail("robin", "Far away from any network. Back soon!");

        programme.timeFor("Event_FirstDayComes", "moss");
        tasklist("moss").open("I am back").shows(inWords(lastDay));
        assertThat(mentors.findById("moss").orElseThrow().status()).isEqualTo(Mentor.Status.AWAY);

        moss.isBackEarly();
        mail("robin", "Moss Sample is back");
        assertThat(mentors.findById("moss").orElseThrow().status()).isEqualTo(Mentor.Status.ACTIVE);
    }
}
