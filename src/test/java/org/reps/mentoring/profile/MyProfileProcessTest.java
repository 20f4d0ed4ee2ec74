package org.reps.mentoring.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.reps.mentoring.Today.today;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.AtOnce;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.calendar.TimeZones;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.profile.Profiles.Own;
import org.reps.mentoring.reach.HowToReach;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.story.ActingMentor;
import org.reps.mentoring.story.ActingRep;
import org.springframework.beans.factory.annotation.Autowired;

/** Maya guides Rosa and Ravi. */
class MyProfileProcessTest extends ProgrammeTest {

    private final ActingRep rosa = programme.rep("rosa");
    private final ActingMentor maya = programme.mentor("maya");

    @Autowired
    Profiles profiles;

    @Autowired
    HowToReach howToReach;

    @Autowired
    TimeZones zones;

    @BeforeEach
    void programme() {
        givenMentor("maya", 5);
        givenMentor("mateo", 5);
        givenContact("clara");
        List.of("rosa", "ravi", "rumi").forEach(this::givenRep);
        mentorships.begin("rosa", "maya");
        mentorships.begin("ravi", "maya");
    }

    @Test
    void a_rep_says_once_what_others_may_know_and_finds_it_again() {
        rosa.changesTheProfile(
                "reach", "rosa@example.org, or @rosa in our chat",
                "reachSeenBy", "contacts",
                "about", "I like maps.",
                "languages", List.of("pt", "en"),
                "timeZone", "America/Sao_Paulo",
                "skills", List.of("Localization"),
                "skillsWanted", List.of("Public speaking"),
                "goals", "Speak at a conference.",
                "noteForMentor", "Mornings are best.");

        assertThat(profiles.of("rosa"))
                .isEqualTo(new Own(
                        true,
                        false,
                        false,
                        "rosa@example.org, or @rosa in our chat",
                        "contacts",
                        "I like maps.",
                        Set.of("pt", "en"),
                        "browser",
                        "America/Sao_Paulo",
                        Set.of("Public speaking"),
                        Set.of("Localization"),
                        "Speak at a conference.",
                        "Mornings are best.",
                        null,
                        null,
                        null));
        assertThat(every("my-profile"))
                .singleElement()
                .satisfies(said -> assertThat(said).isEnded().hasPassed("Event_ProfileKept"));
        assertThat(mailsTo("rosa")).contains("Your profile was changed");
    }

    @Test
    void what_is_left_out_is_not_said_any_more() {
        rosa.changesTheProfile("reach", "@rosa", "about", "I like maps.", "goals", "Speak.");
        rosa.changesTheProfile();

        assertThat(howToReach.of("maya", "rosa")).isEmpty();
        assertThat(profiles.about(List.of("rosa"))).isEmpty();
        assertThat(profiles.of("rosa").goals()).isEmpty();
        assertThat(mailsTo("rosa"))
                .filteredOn("Your profile was changed"::equals)
                .hasSize(2);
    }

    @Test
    void nothing_of_it_is_left_in_the_case() {
        rosa.changesTheProfile("reach", "@secretrosa in our chat", "about", "secretabout", "goals", "secretgoal");

        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(variable -> variable.getName())
                .doesNotContain(
                        "reach", "reachSeenBy", "about", "languages", "timeZone", "skills", "goals", "capacity");
        assertThat(tablesWith("secret")).containsExactlyInAnyOrder("REACH", "PROFILE", "REP");
    }

    @Test
    void what_is_sent_from_two_windows_at_the_same_moment_is_kept_in_turn() throws Exception {
        Callable<String> sending = () -> {
            try {
                startFormOf(
                        "maya", Map.of("reachSeenBy", "contacts", "timeZone", "UTC", "reach", "@maya", "capacity", 5));
                return "kept";
            } catch (Refusal otherWindow) {
                return String.valueOf(otherWindow.getMessage());
            }
        };
        var first = AtOnce.atOnce(List.of(sending, sending, sending));
        var then = AtOnce.atOnce(List.of(sending, sending, sending));

        assertThat(first)
                .contains("kept")
                .allMatch(answer -> answer.equals("kept") || answer.contains("another window"));
        assertThat(then).containsOnly("kept");
        runJobs();
    }

    private void startFormOf(String userId, Map<String, Object> answers) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("my-profile")
                .latestVersion()
                .singleResult();
        as(userId, () -> forms.submitStartForm(definition.getId(), answers));
    }

    // --- mentors

    @Test
    void fewer_places_than_mentees_part_nobody_and_count_as_soon_as_there_are_fewer() {
        maya.changesTheProfile("capacity", 1);

        assertThat(mentorships.menteesOf("maya")).containsExactlyInAnyOrder("rosa", "ravi");
        assertThat(mentorships.begin("rumi", "maya")).isNull();
        assertThat(mailTextsTo("maya"))
                .anyMatch(text ->
                        text.contains("You guide 2 now. All of them stay with you; nobody new comes until there are"
                                + " fewer than 1."));

        mentorships.end(mentorships.ofMentee("rosa").orElseThrow().id(), "has learned enough");
        assertThat(mentorships.begin("rumi", "maya")).isNull();
        mentorships.end(mentorships.ofMentee("ravi").orElseThrow().id(), "has learned enough");
        assertThat(mentorships.begin("rumi", "maya")).isNotNull();
    }

    @Test
    void more_places_count_at_once_within_the_rules() {
        maya.changesTheProfile("capacity", 2);
        assertThat(mentorships.begin("rumi", "maya")).isNull();
        assertThatThrownBy(() -> maya.changesTheProfile("capacity", 6))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a mentor has at most 5 mentees here");
        assertThat(profiles.of("maya").capacity()).isEqualTo(2);

        maya.changesTheProfile("capacity", 3);
        assertThat(mentorships.begin("rumi", "maya")).isNotNull();
    }

    @Test
    void whoever_was_given_more_keeps_it_while_they_change_something_else() {
        givenMentor("mei", 8);
        programme.mentor("mei").changesTheProfile("capacity", 8, "about", "I have time.");

        assertThat(profiles.of("mei").capacity()).isEqualTo(8);
    }

    @Test
    void a_mentor_takes_a_break_and_ends_it() {
        var until = today().plusDays(30);
        maya.changesTheProfile("capacity", 5, "noNewMenteesUntil", until.toString());
        assertThat(mentorships.begin("rumi", "maya")).isNull();
        assertThat(profiles.of("maya").noNewMenteesUntil()).isEqualTo(until.toString());

        maya.changesTheProfile("capacity", 5);
        assertThat(mentorships.begin("rumi", "maya")).isNotNull();
    }

    @Test
    void a_break_that_is_over_is_not_filled_in() {
        maya.changesTheProfile(
                "capacity", 5, "noNewMenteesUntil", today().plusDays(3).toString());
        later(Period.ofDays(5));

        assertThat(profiles.of("maya").noNewMenteesUntil()).isNull();
    }

    @Test
    void a_mentor_says_how_many_and_whoever_is_none_does_not() {
        assertThatThrownBy(() -> maya.changesTheProfile("reach", "@maya"))
                .hasMessageContaining("Mentees at most: please give a number");
        assertThat(howToReach.of("rosa", "maya")).isEmpty();
        assertThatThrownBy(() -> rosa.changesTheProfile("capacity", 5)).hasMessageContaining("asked of mentors only");
        assertThatThrownBy(() -> programme.council("clara").changesTheProfile("goals", "Learn."))
                .hasMessageContaining("asked of reps only");
        assertThat(reps.existsById("clara")).isFalse();
    }

    @Test
    void a_contact_who_is_no_rep_says_how_to_reach_them_and_where_they_live() {
        programme
                .council("clara")
                .changesTheProfile("reach", "@clara", "reachSeenBy", "everybody", "timeZone", "Africa/Lagos");

        assertThat(howToReach.of("rumi", "clara")).contains("@clara");
        assertThat(zones.of("clara").getId()).isEqualTo("Africa/Lagos");
    }

    // --- asked elsewhere, kept here

    @Test
    void what_is_answered_elsewhere_goes_into_the_profile() {
        programme.rep("rumi").changesTheProfile("timeZone", "America/Lima", "goals", "Translate.");
        startAs(
                "rumi",
                "rep-onboarding",
                Map.of(
                        "goals",
                        "Speak.",
                        "languages",
                        List.of("es"),
                        "timeZone",
                        "Europe/Madrid",
                        "skillsWanted",
                        List.of()));

        var own = profiles.of("rumi");
        assertThat(own.goals()).isEqualTo("Speak.");
        assertThat(own.languages()).containsExactly("es");
        assertThat(own.timeZone()).isEqualTo("Europe/Madrid");
        assertThat(zones.of("rumi").getId()).isEqualTo("Europe/Madrid");
    }

    @Test
    void what_a_contact_says_of_a_rep_changes_nothing_that_they_have_said_themself() {
        programme
                .rep("rumi")
                .changesTheProfile(
                        "timeZone",
                        "America/Lima",
                        "languages",
                        List.of("en"),
                        "goals",
                        "Mine.",
                        "skillsWanted",
                        List.of());
        startAs(
                "clara",
                "rep-onboarding",
                Map.of(
                        "goals",
                        "Speak.",
                        "languages",
                        List.of("es"),
                        "timeZone",
                        "Europe/Madrid",
                        "skillsWanted",
                        List.of("Coaching"),
                        "onBehalfOf",
                        "rumi"));

        assertThat(zones.of("rumi").getId()).isEqualTo("America/Lima");
        var own = profiles.of("rumi");
        assertThat(own.goals()).isEqualTo("Mine.");
        assertThat(own.languages()).containsExactly("en");
        assertThat(own.timeZone()).isEqualTo("America/Lima");
        assertThat(own.skillsWanted()).containsExactly("Coaching");
    }

    @Test
    void whoever_wishes_to_become_a_mentor_has_said_what_they_can_pass_on() {
        startAs(
                "ravi",
                "coaching-training",
                Map.of(
                        "wayIn",
                        "self",
                        "motivation",
                        "To help.",
                        "languages",
                        List.of("hi"),
                        "skills",
                        List.of("Coaching")));

        assertThat(profiles.of("ravi").skills()).containsExactly("Coaching");
        assertThat(profiles.of("ravi").languages()).containsExactly("hi");
    }

    @Test
    void of_whom_nothing_is_known_no_time_zone_is_filled_in() {
        register("quinn", Group.REPS);
        assertThat(profiles.of("quinn").timeZone()).isNull();
        assertThat(profiles.of("quinn").reachSeenBy()).isEqualTo("mentorship");

        programme.rep("quinn").changesTheProfile("timeZone", "UTC");
        assertThat(profiles.of("quinn").timeZone()).isEqualTo("UTC");
    }

    private List<String> mailTextsTo(String userId) {
        return database.queryForList("select text from mail where recipient_id = ?", String.class, userId).stream()
                .map(text -> text.replaceAll("\\s+", " "))
                .toList();
    }
}
