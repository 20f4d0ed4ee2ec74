package org.reps.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.mentor.Mentor;
import org.springframework.beans.factory.annotation.Autowired;

class SuggestionsTest extends ProgrammeTest {

    @Autowired
    Suggestions suggestions;

    @Test
    void who_is_away_full_pausing_excluded_guided_by_the_rep_or_the_rep_is_not_suggested() {
        var today = today();
        givenMentor("rumi", 5);
        givenMentor("away", 5);
        mentors.save(mentors.findById("away").orElseThrow().away(today, today.plusDays(7), null));
        givenMentor("full", 1);
        givenRep("rana");
        mentorships.begin("rana", "full");
        givenMentor("pausing", 5);
        mentors.save(mentors.findById("pausing").orElseThrow().withoutNewMenteesUntil(today));
        givenMentor("excluded", 5);
        givenMentor("mentee", 5);
        mentorships.begin("mentee", "rumi");
        givenMentor("menteesmentee", 5);
        mentorships.begin("menteesmentee", "mentee");
        givenMentor("mateo", 5);
        givenMentor("gone", 5);
        database.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'gone'");

        assertThat(suggestions.forMentee("rumi", List.of("excluded")))
                .extracting(Suggestion::mentorId)
                .containsExactly("mateo");
    }

    @Test
    void mentors_with_few_mentees_are_suggested_before_those_with_many() {
        givenRep("rumi");
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        for (var rep : List.of("r1", "r2", "r3")) {
            givenRep(rep);
            mentorships.begin(rep, "maya");
        }

        assertThat(suggestions.forMentee("rumi", null))
                .extracting(Suggestion::mentorId)
                .containsExactly("mateo", "maya");
    }

    @Test
    void a_suggestion_says_what_speaks_for_the_mentor() {
        givenRep("rumi", "es", "en");
        reps.save(reps.findById("rumi")
                .orElseThrow()
                .describedAs(Set.of("es", "en"), "America/Lima", Set.of("Coaching"), "", ""));
        givenRep("mateo");
        identities.createMembership("mateo", Group.MENTORS.id());
        mentors.save(Mentor.registered("mateo", 1, Set.of("Coaching"), Set.of("es", "en"), "America/Bogota"));

        assertThat(suggestions.of("mateo", "rumi").why())
                .isEqualTo("both speak English, Spanish; can help with Coaching; same time of day; 1 free place");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Tokyo, America/Lima, 10",
        "Pacific/Auckland, Pacific/Honolulu, 1",
        "Asia/Kolkata, UTC, 6",
        "UTC, UTC, 0"
    })
    void hours_apart_are_counted_the_short_way_round_the_clock(String one, String other, int hours) {
        givenRep("rumi");
        reps.save(reps.findById("rumi").orElseThrow().describedAs(Set.of("en"), one, Set.of(), "", ""));
        givenRep("mateo");
        identities.createMembership("mateo", Group.MENTORS.id());
        mentors.save(Mentor.registered("mateo", 1, Set.of(), Set.of("en"), other));

        var apart = suggestions.of("mateo", "rumi").hoursApart();

        // Auckland and Honolulu are an hour closer or farther in summer.
        assertThat(apart).isBetween(Math.max(0, hours - 1), hours + 1);
    }
}
