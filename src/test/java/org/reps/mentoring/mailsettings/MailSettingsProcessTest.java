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
    void a_council_member_who_is_no_rep_says_where_they_live() {
        assertThat(zones.of("carmen").getId()).isEqualTo("UTC");
        carmen.choosesMailSettings("digestWanted", "yes", "timeZone", "America/Mexico_City");
        carmen.choosesMailSettings("digestWanted", "yes");

        assertThat(zones.of("carmen").getId()).isEqualTo("America/Mexico_City");
    }

    /** Everybody asks for it who opens a form with a time zone. */
    @Test
    void asking_where_somebody_lives_keeps_nothing_of_the_database_busy() throws Exception {
        var connections = Objects.requireNonNull(database.getDataSource())
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean();
        rumi.choosesMailSettings("digestWanted", "yes", "timeZone", "America/Mexico_City");
        zones.of("rumi");

        assertThat(connections.getActiveConnections()).isZero();
    }

    @Test
    void what_was_chosen_is_nobody_elses() {
        rumi.choosesMailSettings("digestWanted", "no");

        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(variable -> variable.getName())
                .doesNotContain("digestWanted", "timeZone");
    }

    @Test
    void whoever_chooses_nothing_is_asked_to() {
        assertThatThrownBy(() -> rumi.choosesMailSettings()).hasMessageContaining("Daily digest");
        assertThatThrownBy(() -> rumi.choosesMailSettings("digestWanted", "yes", "timeZone", "Middle/Earth"))
                .hasMessageContaining("Your time zone");
        assertThat(database.queryForObject("select count(*) from mail_choice", Integer.class))
                .isZero();
    }
}
