package org.reps.mentoring.movein;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reps.mentoring.Today.today;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.mentor.Mentor;

/** What is wrong in a file is said where it stands, with what is allowed; and nothing is changed. */
class FaultsInFilesTest extends MoveInTest {

    private static final String BEGAN = today().minusDays(400).toString();

    @BeforeEach
    void there_are_some() {
        givenMentor("maya", 2);
        givenMentor("mateo", 1);
        givenRep("rumi");
        givenRep("ravi");
        givenRep("rosa");
        mentorships.begin("rumi", "maya");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ana Silva,Ana,,,reps,,,,,,,, | user name: “Ana Silva” cannot be a user name; please use only the letters a to z",
                "josé,José,,,reps,,,,,,,, | user name: “josé” cannot be a user name; please use only",
                "camunda-admin,Eve,,,reps,,,,,,,, | user name: “camunda-admin” cannot be a user name; please use only",
                "MAYA,Maya,,,reps,,,,,,,, | user name: There is “maya” already, who differs by capital letters only.",
                ",Ana,,,reps,,,,,,,, | user name: Please give a user name",
                "ana,,,,reps,,,,,,,, | first name: Please give at least one name",
                "ana,A\u200Bna,,,reps,,,,,,,, | first name: Here, there is an invisible character in it",
                "ana,Ana,,ana@,reps,,,,,,,, | mail: “ana@” is no mail address.",
                "ana,Ana,,,,,,,,,,, | groups: Please give at least one. Allowed are: reps, mentors, council, contacts, analysts.",
                "ana,Ana,,,camunda-admin,,,,,,,, | groups: “camunda-admin” is not known here. Allowed are: reps,",
                "ana,Ana,,,mentors,,,,,,,, | groups: Mentors are reps who guide others. Please write: reps, mentors.",
                "ana,Ana,,,contacts,,,,,,,, | groups: Contacts are members of the council.",
                "ana,Ana,,,reps,2999-01-01,,,,,,, | joined on: “2999-01-01” is not a day",
                "ana,Ana,,,reps,2150-01-01,,,,,,, | joined on: This day is still to come",
                "ana,Ana,,,reps,11/12/2020,,,,,,, | joined on: “11/12/2020” could be two days",
                "ana,Ana,,,reps,,Mars/Base,,,,,, | time zone: “Mars/Base” is not among the time zones people can choose here. The",
                "ana,Ana,,,reps,,Asia/Calcutta,,,,,, | time zone: “Asia/Calcutta” is not among the time zones people can choose here. Is it",
                "ana,Ana,,,reps,,,Klingon,,,,, | languages: “Klingon” is not known here. Allowed are, among others: ",
                "ana,Ana,,,reps,,,,Juggling,,,, | skills wanted: “Juggling” is not known here. Allowed are: Advocacy, ",
                "ana,Ana,,,reps,,,,,Coaching,,, | skills: This is kept of mentors only.",
                "ana,Ana,,,reps,,,,,,3,, | capacity: This is kept of mentors only.",
                "ana,Ana,,,council,2020-01-01,,,,,,, | joined on: This is kept of reps only.",
                "maya,,,,,,,,,,-1,, | capacity: “-1” is not allowed; please give a whole number from 0 to 100.",
                "maya,,,,,,,,,,101,, | capacity: “101” is not allowed; please give a whole number from 0 to 100.",
                "ana,Ana,,,reps,,,,,,,,contacts | reach seen by: Please also say how to reach them",
                "ana,Ana,,,reps,,,,,,,@ana,me | reach seen by: “me” is not known here. Allowed are: mentor and mentees, contacts,",
            })
    void in_the_people(String line, String fault) {
        refused(line.strip() + "\n", "", "people, line 2, " + fault);
    }

    @Test
    void a_person_twice_is_found_whatever_the_capital_letters() {
        refused(
                "ana,Ana,,,reps,,,,,,,,\nAna,Ana,,,reps,,,,,,,,\n",
                "",
                "people, line 3, user name: “Ana” stands in line 2 already.");
        refused(
                "maya,,,,,,,,,,,,\nmaya,,,,,,,,,,,,\n",
                "",
                "people, line 3, user name: “maya” stands in line 2 already.");
    }

    @Test
    void nobody_inherits_what_somebody_has_left() {
        identities.deleteUser("rosa");

        assertThat(said(tryToBring("rosa,Rosa,Other,,reps,,,,,,,,\n", "")))
                .containsExactly(
                        "people, line 2, user name: “rosa” cannot be used; somebody had the user name \"rosa\" before, and"
                                + " what is kept of them is nobody else's. Please choose another one. Is it the same"
                                + " person, who comes back? Then a contact starts \"Welcome somebody back\" in Tasklist"
                                + " first.");
    }

    @Test
    void what_was_said_of_how_to_reach_somebody_who_left_is_nobody_elses() {
        tryToBring("olga,Olga,,,council,,,,,,,@olga,everybody\n", "");
        identities.deleteUser("olga");

        assertThat(said(tryToBring("olga,Olga,Other,,council,,,,,,,,\n", "")))
                .singleElement()
                .asString()
                .startsWith("people, line 2, user name: “olga” cannot be used; somebody had the user name");
    }

    @Test
    void nobody_is_guided_by_somebody_who_is_a_mentor_no_more() {
        people.leave(Group.MENTORS, "mateo");
        refused(
                "",
                "mateo,ravi,%s,,,,,\n".formatted(BEGAN),
                "mentorships, line 2, mentor: mateo is no active mentor any more and takes nobody new.");

        identities.deleteUser("mateo");
        refused(
                "",
                "mateo,ravi,%s,,,,,\n".formatted(BEGAN),
                "mentorships, line 2, mentor: mateo is no active mentor any more and takes nobody new.");
    }

    @Test
    void nobody_guides_a_rep_who_has_no_account_any_more() {
        identities.deleteUser("rosa");

        assertThat(said(tryToBring("", "maya,rosa,%s,,,,,\n".formatted(BEGAN))))
                .singleElement()
                .asString()
                .startsWith("mentorships, line 2, rep: “rosa” is no rep.");
    }

    @Test
    void who_was_put_into_a_group_by_hand_is_asked_about_first() {
        people.register(new Person("nina", "Nina", "New", "nina@example.org"), "mentoring-demo", Group.REPS);

        refused(
                "",
                "maya,nina,%s,,,,,\n".formatted(BEGAN),
                "mentorships, line 2, rep: “nina” is in the group reps, and nothing else is known of them. Please add a"
                        + " line for them to the file of the people.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eve,ravi,BEGAN,,,,, | mentor: “eve” is no mentor. Please give the user name of somebody who is in the group mentors",
                "Maya,ravi,BEGAN,,,,, | mentor: There is nobody with the user name “Maya”. Is it “maya”?",
                "ravi,rosa,BEGAN,,,,, | mentor: “ravi” is no mentor.",
                ",ravi,BEGAN,,,,, | mentor: Please give a user name.",
                "maya,,BEGAN,,,,, | rep: Please give a user name.",
                "maya,eve,BEGAN,,,,, | rep: “eve” is no rep.",
                "maya,maya,BEGAN,,,,, | mentor: Nobody can be their own mentor.",
                "mateo,rumi,BEGAN,,,,, | mentor: Nobody has two mentors, and rumi has one already: maya.",
                "maya,ravi,,,,,, | began on: Please give the day on which it began",
                "maya,ravi,2150-01-01,,,,, | began on: This day is still to come",
                "maya,ravi,BEGAN,2010-01-01,,,, | committed until: Two who began on BEGAN cannot be committed until 2010-01-01;",
                "maya,ravi,BEGAN,2150-01-01,,,, | committed until: Two who began on BEGAN cannot be committed until 2150-01-01;",
                "maya,ravi,BEGAN,,,sometimes,, | how often: “sometimes” is not known here. Allowed are: every week, ",
                "maya,ravi,BEGAN,,,,2015-01-01, | last meeting: Please give a day from BEGAN, when it began, to today",
                "maya,ravi,BEGAN,,,,,Travel | last meeting: Please also give the day on which this was planned.",
            })
    void in_the_mentorships(String line, String fault) {
        refused(
                "",
                line.replace("BEGAN", BEGAN).strip() + "\n",
                "mentorships, line 2, " + fault.replace("BEGAN", BEGAN));
    }

    @Test
    void nobody_gets_two_mentors_and_no_mentor_more_than_there_are_places() {
        refused(
                "",
                "maya,ravi,%1$s,,,,,\nmateo,ravi,%1$s,,,,,\n".formatted(BEGAN),
                "mentorships, line 3, rep: There is a line for “ravi” already, line 2, and nobody has two mentors.");
        refused(
                "",
                "maya,ravi,%1$s,,,,,\nmaya,rosa,%1$s,,,,,\n".formatted(BEGAN),
                "mentorships, line 3, mentor: This would be one mentee more than the 2 places of maya.");
    }

    @Test
    void a_circle_is_found_however_long_it_is() {
        givenMentor("mei", 3);

        refused(
                "",
                "maya,mateo,%1$s,,,,,\nmateo,mei,%1$s,,,,,\nmei,maya,%1$s,,,,,\n".formatted(BEGAN),
                "mentorships, line 4, mentor: Nobody can be mentored by somebody whom they guide, neither themselves nor"
                        + " through others: maya guides mei.");
    }

    @Test
    void what_is_wrong_with_a_person_is_said_once() {
        var outcome = tryToBring("ana,Ana,,,mentors,,,,,,,,\n", "ana,ravi,%s,,,,,\n".formatted(BEGAN));

        assertThat(said(outcome))
                .containsExactly(
                        "people, line 2, groups: Mentors are reps who guide others. Please write: reps, mentors.");
    }

    /** Otherwise nobody in the other file would be known, which is the fault of none of its lines. */
    @Test
    void of_a_file_that_cannot_be_read_nothing_else_is_said() {
        var latin = (PEOPLE + "jose,José,,,reps,,,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1);
        var guided = (MENTORSHIPS + "maya,jose,%s,,,,,\n".formatted(BEGAN)).getBytes(StandardCharsets.UTF_8);

        assertThat(said(moveIn.tried(new MoveIn.Files(latin, guided))))
                .singleElement()
                .asString()
                .startsWith("people: In line 2 there are letters that are not written in UTF-8");
        assertThat(said(moveIn.tried(new MoveIn.Files(guided, null))))
                .singleElement()
                .asString()
                .startsWith("people: Line 1 names no column there can be.");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var outcome =
                tryToBring("Ana Silva,Ana,,nowhere,reps,,Mars,,,,,,\nben,,,,,soon,,,,,,,\n", "eve,ravi,soon,,,,,\n");

        assertThat(said(outcome)).hasSize(8);
        assertThat(outcome.sentences()).containsExactly("There are 8 things to mend; nothing was changed.");
    }

    /** However a file is spoilt: it is refused in words, or nothing is wrong with it; never half of it comes in. */
    @ParameterizedTest
    @MethodSource("seeds")
    void rubbish_is_refused_in_words_or_comes_in_as_a_whole(long seed) {
        var random = new Random(seed);
        var generated = new GeneratedProgramme(seed, 4, 12, 10, today());
        var before = everything();

        var outcome = moveIn.done(new MoveIn.Files(
                spoilt(generated.people(), random),
                random.nextInt(4) == 0 ? null : spoilt(generated.mentorships(), random)));

        if (outcome.isRefused()) {
            assertThat(everything()).isEqualTo(before);
            assertThat(said(outcome))
                    .allSatisfy(fault -> assertThat(fault)
                            .doesNotContainPattern("Exception|\\bnull\\b|\\b(org|java)\\.[a-z]+\\.|\\n")
                            .matches(".*[.?]"));
        } else {
            assertThat(outcome.sentences()).endsWith("All of this is done.");
            assertThat(moveIn.done(new MoveIn.Files(moveIn.people(), moveIn.mentorships()))
                            .sentences())
                    .allMatch(sentence -> !sentence.contains(" new,") || sentence.contains(": 0 new, 0 changed"));
        }
    }

    static Stream<Arguments> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60).map(Arguments::of);
    }

    private static byte[] spoilt(byte[] file, Random random) {
        var spoilt = file.clone();
        for (var times = random.nextInt(4); times >= 0; times--) {
            var at = random.nextInt(Math.max(1, spoilt.length));
            spoilt = switch (random.nextInt(8)) {
                case 0 -> cut(spoilt, at);
                case 1 -> with(spoilt, at, (byte) random.nextInt(256));
                case 2 -> with(spoilt, at, (byte) '"');
                case 3 -> with(spoilt, at, (byte) ',');
                case 4 -> with(spoilt, at, (byte) '\n');
                case 5 ->
                    new String(spoilt, StandardCharsets.UTF_8).replace(',', ';').getBytes(StandardCharsets.UTF_8);
                case 6 -> with(spoilt, at, (byte) 0);
                default -> with(spoilt, at, (byte) '-');
            };
        }
        return spoilt;
    }

    private static byte[] cut(byte[] file, int at) {
        return Arrays.copyOf(file, at);
    }

    private static byte[] with(byte[] file, int at, byte one) {
        if (file.length == 0) {
            return new byte[] {one};
        }
        var other = file.clone();
        other[at] = one;
        return other;
    }

    private void refused(String people, String mentorships, String fault) {
        var before = everything();
        var outcome = tryToBring(people, mentorships);

        assertThat(said(outcome)).singleElement().asString().startsWith(fault.strip());
        assertThat(everything()).isEqualTo(before);
        assertThat(this.people.isIn(Group.REPS, "ravi")).isTrue();
        assertThat(mentors.findById("maya").map(Mentor::capacity)).contains(2);
    }
}
