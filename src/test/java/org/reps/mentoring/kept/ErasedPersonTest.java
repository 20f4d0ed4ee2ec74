package org.reps.mentoring.kept;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.DomainTables;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.checkin.YearlyCheckInSteps;
import org.reps.mentoring.confidential.Reader;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.everything.EverythingPage;
import org.reps.mentoring.feedback.YearlyFeedbackSteps;
import org.reps.mentoring.story.BeingAway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * People who have done much here are erased: of them nothing is left in any table of the programme, and the programme
 * counts what it counted before. Whatever somebody writes has a word in it that occurs nowhere else.
 */
class ErasedPersonTest extends ProgrammeTest {

    private static final String RUMIS = "quetzal";
    private static final String MATEOS = "axolotl";
    private static final String CLARAS = "ocelot";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Autowired
    Kept kept;

    @Autowired
    EverythingPage everything;

    @Autowired
    YearlyCheckInSteps checkIns;

    @Autowired
    YearlyFeedbackSteps feedback;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcMappingContext entities;

    /** Nobody reads of themself that they are {@code WAITING}. */
    @Test
    void every_choice_in_somebodys_file_is_said_in_words() {
        var words = ResourceBundle.getBundle("pages.kept", Locale.ROOT);
        var choices = WhatIsKept.TABLES.stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.label() != null)
                        .flatMap(column -> choices(table.name(), column.name())))
                .toList();

        assertThat(choices)
                .hasSizeGreaterThan(60)
                .allSatisfy(choice ->
                        assertThat(words.containsKey(choice)).as(choice).isTrue());
        assertThat(words.keySet())
                .allSatisfy(key -> assertThat(WhatIsKept.TABLES)
                        .anyMatch(table -> key.startsWith(table.name() + ".")
                                && table.whose().stream()
                                        .flatMap(whose -> table.shownTo(whose).stream())
                                        .anyMatch(column -> key.startsWith(table.name() + "." + column.name() + "."))));
    }

    private Stream<String> choices(String table, String column) {
        return entities.getPersistentEntities().stream()
                .filter(entity -> entity.getTableName().getReference().equalsIgnoreCase(table))
                .flatMap(entity -> StreamSupport.stream(entity.spliterator(), false))
                .filter(property -> property.getActualType().isEnum()
                        && property.getColumnName().getReference().equalsIgnoreCase(column))
                .flatMap(property -> Stream.of(property.getActualType().getEnumConstants()))
                .map(choice -> table + "." + column + "." + ((Enum<?>) choice).name())
                .distinct();
    }

    @Test
    void every_column_of_every_table_is_in_the_list() {
        var listed = WhatIsKept.TABLES.stream()
                .collect(toMap(
                        Table::name,
                        table -> new TreeSet<>(
                                table.columns().stream().map(Column::name).toList())));
        var real = DomainTables.names(database).stream()
                .collect(toMap(
                        table -> table,
                        table -> new TreeSet<>(database
                                .queryForList(
                                        "select column_name from information_schema.columns where lower(table_name) = ?"
                                                + " and lower(table_schema) = 'public'",
                                        String.class,
                                        table)
                                .stream()
                                .map(column -> column.toLowerCase(Locale.ROOT))
                                .toList())));

        assertThat(new HashMap<>(listed)).isEqualTo(new HashMap<>(real));
    }

    @Test
    void everybody_gets_their_own_file_and_once_erased_nothing_is_left_and_all_figures_stay() {
        aProgrammeIsLivedIn();
        assertFilesHaveWhatWasSaidAndNoConfidences();
        startAs(
                "rumi",
                "leave-programme",
                Map.of("lastDay", today().toString(), "reason", "Tired, quetzal", "message", "Bye, quetzal"));
        fire("Event_LeavingDayOver");
        var before = figures();
        var reason = database.queryForMap("select category from change_request where mentee_id = 'rumi'");
        assertThat(opened((String) reason.get("CATEGORY"))).isEqualTo("support");

        erased("rumi", RUMIS);
        assertThat(figures()).isEqualTo(before);
        erased("mateo", MATEOS);
        assertThat(figures()).isEqualTo(before);
        erased("clara", CLARAS);
        assertThat(figures()).isEqualTo(before);

        assertThat(mentorships.menteesOf("former-mateo")).containsExactlyInAnyOrder("rana", "rosa");
        assertThat(mentorships.withoutMentor()).isEmpty();
        assertThat(opened(database.queryForObject(
                        "select category from change_request where mentee_id = 'former-rumi'", String.class)))
                .as("what is counted of the wish for another mentor")
                .isEqualTo("support");
        assertThat(database.queryForMap("select about_id, availability from feedback order by given_at, id limit 1"))
                .containsEntry("ABOUT_ID", "former-mateo")
                .containsEntry("AVAILABILITY", 5);
    }

    /** As {@code erase-person} does it for what belongs to others, as far as the programme's figures ask for it. */
    private void erased(String userId, String word) {
        assertThat(DomainTables.with(database, of(userId, word))).isNotEmpty();
        var owners = kept.sealedOwners(userId);

        kept.erase(userId, "former-" + userId);
        database.update("update known_person set id = ? where id = ?", "former-" + userId, userId);

        assertThat(DomainTables.with(database, of(userId, word))).isEmpty();
        assertThat(owners)
                .allSatisfy(
                        owner -> assertThat(database.queryForList("select id from sealed_text where owner = ?", owner))
                                .isEmpty());
        assertThat(database.queryForList("select id from sealed_text where owner like '%:%'", String.class))
                .as("what is sealed for a record, and not for a case that is under way")
                .isNotEmpty()
                .allSatisfy(id ->
                        assertThat(opened("sealed:" + id)).doesNotContain(word).isNotEqualTo(userId));
        assertThat(kept.sealedOwners(userId)).isEmpty();
        kept.erase(userId, "former-" + userId);
    }

    private static Pattern of(String userId, String word) {
        return Pattern.compile("(?i)(?<!former-)\\b" + userId + "\\b|" + word);
    }

    /** What the council and those who stay are shown. */
    private Map<String, JsonNode> figures() {
        var figures = new HashMap<String, JsonNode>();
        figures.put("programme", page("programme", "sections", "chidi"));
        figures.put("feedback", page("feedbackForCouncil", "figures", new Reader("chidi", true)));
        for (var person : List.of("maya", "rana", "rosa")) {
            as(person, () -> figures.put(person, page("myMentorship", "page")));
        }
        figures.put(
                "means",
                tree(json(feedback.means(database.queryForObject(
                        "select distinct about_id from feedback where author_role = 'MENTEE'", String.class)))));
        return figures;
    }

    /** As it is shown, whether somebody has a name in it or a pseudonym. */
    private JsonNode page(String bean, String method, Object... asked) {
        var shown = json(ReflectionTestUtils.invokeMethod(application.getBean(bean), method, asked));
        return tree(shown.replaceAll("former-(\\w+)", "$1")
                .replaceAll("\\b(Rumi|Mateo|Clara)\\b( Sample)?", "$1")
                .toLowerCase(Locale.ROOT));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- the file

    private void assertFilesHaveWhatWasSaidAndNoConfidences() {
        var rumis = file("rumi");
        assertThat(rumis)
                .contains(
                        "Learn, quetzal",
                        "Listens, quetzal",
                        "@quetzal",
                        "My goal, quetzal",
                        "\"Mateo Sample\"",
                        "\"Maya Sample\"",
                        "Feedback you gave",
                        "Your wish for another mentor",
                        "Kind of reason",
                        "kept sealed, for the council",
                        "Plans, with Rumi",
                        "Why you would like to become a mentor")
                .doesNotContain(
                        "They do not fit", "Too quiet, quetzal", "Clara", "Chidi", "sealed:", "mentor_continues");

        var mateos = file("mateo");
        assertThat(mateos)
                .contains(
                        "Bring a friend, axolotl",
                        "\"Rumi Sample\"",
                        "When you are away",
                        "Keep asking, axolotl",
                        "Stepping down as a mentor",
                        "Reps you nominated")
                .doesNotContain(
                        "change_request", "change_decision", "\"feedback\"", "They do not fit", "Too quiet", "better");

        var claras = file("clara");
        assertThat(claras)
                .contains(
                        "What you decided about changes of mentor",
                        "They do not fit, ocelot",
                        "Resignations you acknowledged")
                .doesNotContain("Too quiet, quetzal");
        assertThat(sectionsOf("clara")).doesNotContain("Rumi", "Mateo");
    }

    private String file(String userId) {
        var json = new String[1];
        as(userId, () -> json[0] = everything.json());
        return json[0];
    }

    /** Without mails, cases and tasks, which bear the names that she has read. */
    private String sectionsOf(String userId) {
        var json = new StringBuilder();
        as(
                userId,
                () -> tree(everything.json()).path("sections").forEach(section -> {
                    var source = section.path("source").asText();
                    if (!source.isEmpty() && !source.equals("mail")) {
                        json.append(section);
                    }
                }));
        return json.toString();
    }

    // --- their lives

    /**
     * Mateo guides Rumi, Rana and Rosa; Rumi goes on with Maya, and would like to become a mentor; Mateo is away once,
     * and steps down. Clara decides what there is to decide.
     */
    private void aProgrammeIsLivedIn() {
        givenMentor("mateo", 5);
        givenMentor("maya", 5);
        givenContact("clara");
        givenContact("chidi");
        register("carmen", Group.COUNCIL);
        List.of("rumi", "rana", "rosa").forEach(this::givenRep);
        mentorships.begin("rana", "mateo");
        mentorships.begin("rosa", "mateo");
        var rumi = programme.rep("rumi");
        var mateo = programme.mentor("mateo");
        var clara = programme.council("clara");
        rumi.looksForAMentor("goals", "Learn, quetzal");
        mateo.offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();
        mateo.holdsTheOrientationCall(
                "rumi", today(), "firstGoals", "Goals, axolotl", "notesForMentee", "Bring a friend, axolotl");
        rumi.takesTheFirstSteps("ownGoal", "My goal, quetzal");
        mateo.findsTheRepReady("rumi");
        rumi.changesTheProfile(
                "reach",
                "@quetzal",
                "about",
                "I am the quetzal",
                "goals",
                "Learn, quetzal",
                "noteForMentor",
                "Listens, quetzal");

        feedback.ask("rumi", "mateo");
        feedback.ask("rana", "mateo");
        feedback.ask("rosa", "mateo");
        runJobs();
        rumi.looksBackOnTheYear("whatHelped", "The calls, quetzal", "whatBetter", "More, quetzal, better");
        programme.rep("rana").looksBackOnTheYear("whatHelped", "Mateo listens");
        programme.rep("rosa").looksBackOnTheYear();

        rumi.asksForAnotherMentor("council", "reason", "Too quiet, quetzal");
        rumi.wouldLikeNobodyInParticular();
        clara.grantsTheChange("rumi", "decisionReason", "They do not fit, ocelot");
        programme.mentor("maya").offersToMentor("rumi");
        rumi.acceptsTheProposedMentor();

        BeingAway.announced(programme, "mateo", "maya", List.of("rana"));
        BeingAway.begun(programme, "mateo");
        BeingAway.over(programme, "mateo", "maya", List.of("rana"));
        mateo.nominates("rana");
        mateo.stepsDown(today().plusDays(30), "reason", "Tired, axolotl", "messageToMentees", "Keep asking, axolotl");
        mateo.recommendsAsSuccessor("maya");
        clara.acceptsTheResignation();
        clara.hasNewsForEverybody("The ocelot is here", "newsText", "News, ocelot");
        rumi.asksToBecomeAMentor("motivation", "I listen, quetzal");
        rumi.reportsTheTraining(today().minusDays(1), "narrative", "Practised, quetzal");
        clara.findsSomethingMissingInTheTrainingOf("rumi", "The certificate, ocelot");

        var withMaya = mentorships.ofMentee("rumi").orElseThrow();
        on(withMaya.committedUntil().minusWeeks(2));
        checkIns.startFor(withMaya.id());
        runJobs();
        var maya = programme.mentor("maya");
        maya.arrangesTheYearlyMeetingWith("rumi", today(), "meetingAt", "23:59", "meetingPlace", "Room, quetzal");
        programme.timeFor("Event_MeetingDayReached", "rumi");
        maya.recordsTheYearlyMeetingWith("rumi", today(), "plans", "Plans, with Rumi");
        rumi.asksToCorrectTheYearlyAgreement("Not quite, quetzal");
    }
}
