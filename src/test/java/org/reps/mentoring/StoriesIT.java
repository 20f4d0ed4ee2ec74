package org.reps.mentoring;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reps.mentoring.story.BecomingAMentor;
import org.reps.mentoring.story.ChangingTheMentor;
import org.reps.mentoring.story.Programme;
import org.reps.mentoring.story.RaisingAConcern;

/** The stories that process tests tell too, in the packaged application and with people of its sample programme. */
class StoriesIT {

    @TempDir
    static Path directory;

    private static RunningJar jar;

    @BeforeAll
    static void start() {
        jar = new RunningJar(directory, Map.of());
        jar.start();
    }

    @AfterAll
    static void stop() {
        jar.close();
    }

    @Test
    void remy_changes_the_mentor_by_agreement() {
        ChangingTheMentor.byAgreement(programme(), "remy", "mateo", "maya");
    }

    @Test
    void riku_becomes_a_mentor() {
        BecomingAMentor.told(programme(), "riku", "clara", "chidi");
    }

    @Test
    void rolf_raises_a_concern() {
        RaisingAConcern.told(programme(), "rolf", "chidi", "clara");
    }

    private static Programme programme() {
        return new Programme(ThroughHttp.to(jar.address(), new MailFolder(directory.resolve("data/mail"))));
    }
}
