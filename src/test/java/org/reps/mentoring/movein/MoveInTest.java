package org.reps.mentoring.movein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.rules.WentLive;
import org.reps.mentoring.sheet.Faults.Fault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** Files come into a programme that went live today. */
abstract class MoveInTest extends ProgrammeTest {

    static final String PEOPLE =
            "user name,first name,last name,mail,groups,joined on,time zone,languages,skills wanted,"
                    + "skills,capacity,reach,reach seen by\n";
    static final String MENTORSHIPS = "mentor,rep,began on,committed until,channel,how often,last meeting,plan\n";

    @Autowired
    MoveIn moveIn;

    @Autowired
    WentLive wentLive;

    @BeforeEach
    void it_went_live_today() {
        wentLive(today());
    }

    @AfterEach
    void it_began_here() {
        wentLive(null);
    }

    void wentLive(@Nullable LocalDate day) {
        ReflectionTestUtils.setField(wentLive, "day", day);
    }

    /** Brings files in which nothing is wrong. */
    Outcome bring(String people, String mentorships) {
        var outcome = tryToBring(people, mentorships);
        assertThat(outcome.faults()).isEmpty();
        return outcome;
    }

    Outcome tryToBring(String people, String mentorships) {
        return moveIn.done(files(people, mentorships));
    }

    static MoveIn.Files files(String people, String mentorships) {
        return new MoveIn.Files(
                people.isEmpty() ? null : (PEOPLE + people).getBytes(StandardCharsets.UTF_8),
                mentorships.isEmpty() ? null : (MENTORSHIPS + mentorships).getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> said(Outcome outcome) {
        return outcome.faults().stream().map(Fault::toString);
    }

    /** Everything that is kept, as the database would write it down. */
    List<String> everything() {
        return database.queryForList("script nosettings", String.class).stream()
                // What the engine itself counts with.
                .filter(row -> !row.contains("SEQUENCE") && !row.startsWith("CREATE") && !row.startsWith("-- "))
                .toList();
    }
}
