package org.reps.mentoring.mailsettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.story.ActingCouncilMember;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

class MailSettingsProcessTest extends ProgrammeTest {

    private final ActingRep rumi = programme.rep("rumi");
    private final ActingCouncilMember carmen = programme.council("carmen");

    @Autowired
    TimeZones zones;

    @BeforeEach
    void programme() {
        givenRep("rumi");
        register("carmen", Group.COUNCIL);
    }

    @Test
    void a_rep_switches_the_digest_off_and_on_and_is_told_each_time() {
        rumi.choosesMailSettings("digestWanted", "no");
        rumi.choosesMailSettings("digestWanted", "yes");

        assertThat(every("mail-settings"))
                .hasSize(2)
                .allSatisfy(chosen -> assertThat(chosen).isEnded().hasPassed("Event_SettingsKept"));
        assertThat(mailsTo("rumi"))
                .containsExactly("Your daily digest is switched off", "Your daily digest is switched on");
    }

    @Test
    void where_somebody_lives_is_said_in_the_profile_and_stays_as_it_is_here() {
        assertThat(zones.of("carmen").getId()).isEqualTo("UTC");
        carmen.changesTheProfile("timeZone", "America/Mexico_City");
        carmen.choosesMailSettings("digestWanted", "no");

        assertThat(zones.of("carmen").getId()).isEqualTo("America/Mexico_City");
        assertThat(database.queryForObject("select text from mail where notice = 'mail-settings-kept'", String.class))
                .contains("the time zone America/Mexico_City; you can change that under “My profile”");
        // The field is hidden: what somebody sends all the same is nobody's answer.
        carmen.choosesMailSettings("digestWanted", "no", "timeZone", "UTC");
        assertThat(zones.of("carmen").getId()).isEqualTo("America/Mexico_City");
    }

    /** Everybody asks for it who opens a form with a time zone. */
    @Test
    void asking_where_somebody_lives_keeps_nothing_of_the_database_busy() throws Exception {
        var connections = Objects.requireNonNull(database.getDataSource())
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean();
        rumi.changesTheProfile("timeZone", "America/Mexico_City");
        zones.of("rumi");

        assertThat(connections.getActiveConnections()).isZero();
    }

    @Test
    void what_was_chosen_is_nobody_elses() {
        rumi.choosesMailSettings("digestWanted", "no");

        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(variable -> variable.getName())
                .doesNotContain("digestWanted");
    }

    @Test
    void whoever_chooses_nothing_is_asked_to() {
        assertThatThrownBy(() -> rumi.choosesMailSettings()).hasMessageContaining("Daily digest");
        assertThat(database.queryForObject("select count(*) from mail_choice", Integer.class))
                .isZero();
    }
}
