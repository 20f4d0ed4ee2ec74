package org.reps.mentoring.engine.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.rules.Refusal;

class AccountsTest extends ProgrammeTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ni\u200Bna", "Ni\u202Ena", "Nina\u3164", "Ni\u200Dna"})
    void a_name_holds_nothing_that_nobody_sees(String name) {
        assertThatThrownBy(
                        () -> people.register(new Person("nina", name, "Sample", "nina@example.org"), "mentoring-demo"))
                .isInstanceOf(Refusal.class)
                .hasMessage("First name: there is an invisible character in it; please type it again.");

        assertThat(people.find("nina")).isEmpty();
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
