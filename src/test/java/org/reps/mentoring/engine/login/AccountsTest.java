package org.reps.mentoring.engine.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.AtOnce;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.rules.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsTest extends ProgrammeTest {

    @Autowired
    Everybody everybody;

    @ParameterizedTest
    @ValueSource(strings = {"Ni\u200Bna", "Ni\u202Ena", "Nina\u3164", "Ni\u200Dna"})
    void a_name_holds_nothing_that_nobody_sees(String name) {
        assertThatThrownBy(
                        () -> people.register(new Person("nina", name, "Sample", "nina@example.org"), "mentoring-demo"))
                .isInstanceOf(Refusal.class)
                .hasMessage("First name: there is an invisible character in it; please type it again.");

        assertThat(people.find("nina")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ana-silva", "ana.silva", "ana silva", "šara", "ana@example.org", "", "a\nb", "Ana\u200B", "用户"})
    void a_user_name_or_group_with_other_letters_is_refused_with_those_that_can_be_used(String id) {
        assertThatThrownBy(() -> people.register(new Person(id, "Ana", "Silva", "ana@example.org"), "mentoring-demo"))
                .isInstanceOf(Refusal.class)
                .hasMessage("User name: please use only the letters a to z, small or capital, and the digits 0 to 9;"
                        + " no spaces, accents, dots or hyphens, and at most 64 of them.");
        assertThatThrownBy(() -> identities.newGroup(id))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Group ID: please use only the letters a to z");
        assertThatThrownBy(() -> identities.newTenant(id)).isInstanceOf(Refusal.class);
    }

    @Test
    void whoever_is_in_a_group_already_stays_in_it_when_they_are_put_into_it_again() {
        register("ana", Group.REPS);

        identities.createMembership("ana", Group.REPS.id());

        assertThat(people.in(Group.REPS)).containsExactly("ana");
    }

    @Test
    void a_user_name_is_as_long_as_it_can_be_kept() {
        people.register(new Person("a".repeat(64), "Ana", "Silva", "ana@example.org"), "mentoring-demo");

        assertThat(people.find("a".repeat(64))).isPresent();
        assertThatThrownBy(() -> identities.saveUser(identities.newUser("a".repeat(65))))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rumi", "RUMI", "rumi"})
    void a_user_name_that_differs_from_another_only_by_capital_letters_is_refused(String userId) {
        givenRep("rumi");
        var second = identities.newUser(userId);
        second.setPassword("another long password");

        assertThatThrownBy(() -> identities.saveUser(second))
                .isInstanceOf(Refusal.class)
                .hasMessage("User name: somebody has the user name \"rumi\" already."
                        + " Please choose one that differs by more than capital letters.");
        assertThat(identities.createUserQuery().userId("Rumi").count()).isZero();
        assertThat(identities.checkPassword("rumi", "mentoring-demo")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Council", "council"})
    void so_is_a_group(String groupId) {
        assertThatThrownBy(() -> identities.saveGroup(identities.newGroup(groupId)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Group ID: there is the group \"council\" already."
                        + " Please choose one that differs by more than capital letters.");
    }

    @Test
    void of_two_who_are_registered_at_the_same_moment_one_is_refused() throws Exception {
        for (var round = 0; round < 5; round++) {
            var small = "ana" + round;
            var capital = "ANA" + round;
            var made = AtOnce.atOnce(List.of(made(small), made(capital)));

            assertThat(made).containsExactlyInAnyOrder(true, false);
            assertThat(List.of(small, capital))
                    .filteredOn(id -> people.find(id).isPresent())
                    .hasSize(1);
        }
    }

    @Test
    void of_many_who_are_made_at_once_each_name_is_looked_at() {
        givenRep("rumi");
        for (var second : List.of("RUMI", "rumi", "ANA")) {
            assertThatThrownBy(() -> everybody.save(List.of(somebody("ana"), somebody(second))))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("User name: somebody has the user name \"" + second.toLowerCase(Locale.ROOT)
                            + "\" already.");
            assertThat(people.find("ana")).isEmpty();
        }
    }

    @Test
    void of_two_who_make_many_at_the_same_moment_one_is_refused() throws Exception {
        for (var round = 0; round < 5; round++) {
            var first = List.of(somebody("bea" + round), somebody("ana" + round));
            var second = List.of(somebody("cem" + round), somebody("ANA" + round));

            assertThat(AtOnce.atOnce(List.of(saved(first), saved(second)))).containsExactlyInAnyOrder(true, false);
        }
    }

    private Callable<Boolean> saved(List<Everybody.Change> some) {
        return () -> {
            try {
                everybody.save(some);
                return true;
            } catch (Refusal taken) {
                return false;
            }
        };
    }

    private static Everybody.Change somebody(String userId) {
        return new Everybody.Change(new Person(userId, "Some", "Body", ""), Everybody.Kind.NEW, Set.of(Group.REPS));
    }

    private Callable<Boolean> made(String userId) {
        return () -> {
            try {
                identities.saveUser(identities.newUser(userId));
                return true;
            } catch (Refusal taken) {
                return false;
            }
        };
    }

    @Test
    void who_is_called_by_something_invisible_since_long_ago_changes_the_password_all_the_same() {
        givenRep("rumi");
        database.update("update ACT_ID_USER set FIRST_ = ?, LAST_ = ? where ID_ = 'rumi'", "Ru\u200Bmi", "Sam\nple");
        as("rumi", () -> {
            var rumi = identities.createUserQuery().userId("rumi").singleResult();
            rumi.setPassword("a new and long password");
            identities.saveUser(rumi);
        });

        assertThat(identities.checkPassword("rumi", "a new and long password")).isTrue();
        assertThat(people.name("rumi")).isEqualTo("Rumi Sam ple");
        var rumi = identities.createUserQuery().userId("rumi").singleResult();
        rumi.setLastName("Sam\u200Bple");
        assertThatThrownBy(() -> identities.saveUser(rumi))
                .isInstanceOf(Refusal.class)
                .hasMessage("Last name: there is an invisible character in it; please type it again.");
    }

    @Test
    void a_name_that_cannot_be_kept_is_refused_in_plain_words() {
        givenRep("rumi");
        var rumi = identities.createUserQuery().userId("rumi").singleResult();
        rumi.setFirstName("x".repeat(256));

        assertThatThrownBy(() -> identities.saveUser(rumi))
                .isInstanceOf(Refusal.class)
                .hasMessage("First name: please write at most 255 characters.");
    }

    @Test
    void names_and_addresses_are_one_line() {
        givenRep("rumi");
        var user = identities.createUserQuery().userId("rumi").singleResult();
        user.setLastName("Sample\nof the council");
        user.setEmail("rumi@example.org\r\nBcc: everybody@example.org");

        assertThatThrownBy(() -> identities.saveUser(user))
                .isInstanceOf(Refusal.class)
                .hasMessage("Last name: please write it in one line. E-mail: please write it in one line.");
        assertThat(people.name("rumi")).doesNotContain("council");
    }

    @Test
    void what_is_pasted_along_with_an_address_and_cannot_be_seen_is_left_out() {
        people.register(
                new Person("nina", "Nina", "Sample", "\uFEFFnina\u200B@example.org\u00A0\r\n"), "mentoring-demo");

        assertThat(people.find("nina")).map(Person::email).hasValue("nina@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"علی‌رضا", "ශ්‍රී", "Zoë 👩🏽‍🚀", "O'Neill-Łuczak"})
    void a_name_is_written_as_its_script_writes_it(String name) {
        people.register(new Person("nina", name, "Sample", "nina@example.org"), "mentoring-demo");

        assertThat(people.firstName("nina")).isEqualTo(name);
    }
}
