package org.reps.mentoring.engine.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reps.mentoring.AtOnce.atOnce;
import static org.reps.mentoring.Today.today;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.arrivals.NotWelcome.Why;
import org.reps.mentoring.engine.login.SignIn;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.person.KnownPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who gets which account, and which groups, when somebody has signed in elsewhere. */
class ArrivalsTest extends ProgrammeTest {

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private KnownPeople known;

    // --- the first time

    @Test
    void who_is_new_gets_an_account_with_their_name_and_groups_and_without_a_password() {
        assertThat(arrive(ana("reps"))).isEqualTo("ana");

        assertThat(people.find("ana")).contains(new Person("ana", "Ana", "Silva", "ana@example.org"));
        assertThat(groupsOf("ana")).containsExactly("reps");
        assertThat(database.queryForObject("select PWD_ from ACT_ID_USER where ID_ = 'ana'", String.class))
                .isNull();
        assertThat(arrive(ana("reps"))).isEqualTo("ana");
    }

    @Test
    void a_mentor_is_a_rep_and_the_operator_nothing_else() {
        arrive(ana("mentors"));
        arrive(person("olga", "camunda-admin"));

        assertThat(groupsOf("ana")).containsExactlyInAnyOrder("mentors", "reps");
        assertThat(groupsOf("olga")).containsExactly("camunda-admin");
    }

    @Test
    void who_is_in_none_of_the_programmes_groups_gets_no_account() {
        assertNotWelcome(ana(), Why.NOT_IN_PROGRAMME);

        assertThat(people.find("ana")).isEmpty();
        assertThat(identitiesKept()).isZero();
    }

    @Test
    void who_comes_with_two_windows_at_once_gets_one_account() throws Exception {
        var windows = List.<Callable<String>>of(() -> arrive(ana("reps")), () -> arrive(ana("reps")));

        assertThat(atOnce(windows)).containsExactly("ana", "ana");
        assertThat(identitiesKept()).isOne();
    }

    @Test
    void whose_user_name_has_somebody_else_who_signs_in_there_gets_another() {
        arrive(ana("reps"));

        assertThat(arrive(claimed("other", "Ana", "other@example.org", true, Set.of("reps"))))
                .isEqualTo("Ana2");
        assertThat(arrive(claimed("third", "", "", false, Set.of("reps")))).isEqualTo("person");
        assertThat(arrive(claimed("fourth", "", "", false, Set.of("reps")))).isEqualTo("person2");
    }

    // --- an account that there is already

    @ParameterizedTest
    @CsvSource({
        "ana, nobody@example.org",
        "ANA, nobody@example.org",
        "somebody, ana@example.org",
        "admin, nobody@example.org"
    })
    void an_account_is_not_taken_over_by_a_user_name_or_address(String userName, String mail) {
        givenRep("ana");

        assertNotWelcome(claimed("f3a1", userName, mail, true, Set.of("reps")), Why.COULD_BE_THEIRS);

        assertThat(identitiesKept()).isZero();
        assertThat(groupsOf("ana")).containsExactly("reps");
    }

    @Test
    void an_address_that_is_not_verified_means_nobody() {
        givenRep("ana");
        var mallory = claimed("mallory", "mallory", "ana@example.org", false, Set.of("reps"));

        assertThat(arrive(mallory)).isEqualTo("mallory");
        assertThat(arrive(claimed("malin", "malin", "ana@example.org", false, Set.of("reps")), "by-mail"))
                .isEqualTo("malin");
    }

    @Test
    void it_becomes_theirs_by_the_verified_address_where_the_operator_wants_that() {
        givenRep("ana2");
        setMail("ana2", "ANA@example.org");
        var ana = claimed("f3a1", "anas", "ana@example.org", true, Set.of("reps", "council", "mentors"));

        assertThat(arrive(ana, "by-mail")).isEqualTo("ana2");

        // Who is a mentor was decided here.
        assertThat(groupsOf("ana2")).containsExactlyInAnyOrder("reps", "council");
        assertThat(people.find("ana2")).contains(new Person("ana2", "Ana", "Silva", "ana@example.org"));
        // And stays theirs whatever they are called later.
        assertThat(arrive(claimed("f3a1", "other", "other@example.org", true, Set.of("reps")), "by-mail"))
                .isEqualTo("ana2");
    }

    @Test
    void or_by_the_user_name() {
        givenRep("ana");

        assertThat(arrive(claimed("f3a1", "Ana", "x@example.org", false, Set.of("reps")), "by-user-name"))
                .isEqualTo("ana");
    }

    @Test
    void but_not_by_one_of_which_only_some_letters_are_the_same() {
        givenRep("ana");
        var similar = Claimed.of(
                Map.of(
                        "iss", "https://login.example.org",
                        "sub", "f3a1",
                        "preferred_username", "a.na",
                        "groups", List.of("reps")),
                SignIn.with(Map.of("existing", "by-user-name")));

        assertNotWelcome(similar, "by-user-name", Why.COULD_BE_THEIRS);
        assertThat(arrive(ana("reps"), "by-user-name")).isEqualTo("ana");
    }

    @Test
    void but_not_when_it_is_somebody_elses_already_or_several_could_be_meant() {
        givenRep("ana");
        arrive(claimed("f3a1", "ana", "", false, Set.of("reps")), "by-user-name");
        assertThat(arrive(claimed("other", "ana", "", false, Set.of("reps")), "by-user-name"))
                .isEqualTo("ana2");

        givenRep("bea");
        givenRep("beata");
        setMail("beata", "bea@example.org");
        assertNotWelcome(
                claimed("bea", "beas", "bea@example.org", true, Set.of("reps")), "by-mail", Why.COULD_BE_THEIRS);
    }

    @ParameterizedTest
    @CsvSource({"by-user-name", "by-mail"})
    void nobody_becomes_the_operator_who_was_there_before(String existing) {
        setMail("admin", "admin@example.org");
        try {
            assertNotWelcome(
                    claimed("f3a1", "admin", "admin@example.org", true, Set.of("reps", "camunda-admin")),
                    existing,
                    Why.COULD_BE_THEIRS);
        } finally {
            setMail("admin", null);
        }
    }

    // --- groups

    @Test
    void the_provider_gives_and_takes_the_council_and_what_is_around_it() {
        arrive(ana("reps"));

        arrive(ana("reps", "council", "contacts", "analysts", "camunda-admin"));
        assertThat(groupsOf("ana"))
                .containsExactlyInAnyOrder("reps", "council", "contacts", "analysts", "camunda-admin");

        arrive(ana("reps", "contacts"));
        assertThat(groupsOf("ana")).containsExactlyInAnyOrder("reps", "contacts");
    }

    @Test
    void who_has_become_or_stopped_being_a_mentor_here_is_what_they_are() {
        arrive(ana("reps"));
        people.join(org.reps.mentoring.engine.people.Group.MENTORS, "ana");
        arrive(ana("reps"));
        assertThat(groupsOf("ana")).containsExactlyInAnyOrder("reps", "mentors");

        people.leave(org.reps.mentoring.engine.people.Group.MENTORS, "ana");
        arrive(ana("reps", "mentors"));
        assertThat(groupsOf("ana")).containsExactly("reps");
    }

    @Test
    void who_has_lost_all_groups_there_is_not_let_in_and_leaves_nobody_alone_here() {
        arrive(ana("reps"));

        assertNotWelcome(ana(), Why.NOT_IN_PROGRAMME);

        assertThat(groupsOf("ana")).containsExactly("reps");
    }

    @Test
    void who_has_left_here_does_not_come_back_by_what_the_provider_says() {
        arrive(ana("reps", "mentors"));
        people.leave(org.reps.mentoring.engine.people.Group.MENTORS, "ana");
        people.leave(org.reps.mentoring.engine.people.Group.REPS, "ana");

        assertNotWelcome(ana("reps", "mentors"), Why.HAS_LEFT);
        assertThat(arrivals("for-nobody").known(ana().identity())).isEmpty();

        assertThat(groupsOf("ana")).isEmpty();
    }

    @Test
    void who_has_left_the_programme_is_not_in_it_again_because_of_the_council() {
        arrive(ana("reps", "council"));
        known.leave("ana", today());

        assertNotWelcome(ana("reps", "council"), Why.HAS_LEFT);
        assertThat(arrivals("for-nobody").known(ana().identity())).isEmpty();
    }

    @Test
    void a_user_name_that_somebody_had_before_is_nobody_elses() {
        arrive(ana("reps"));
        identities.deleteUser("ana");

        assertThat(arrive(claimed("other", "ana", "", false, Set.of("reps")))).isEqualTo("ana2");
    }

    @Test
    void where_the_provider_says_nothing_of_groups_only_who_is_here_already_comes_in() {
        givenRep("ana");
        var noGroups = claimed("f3a1", "ana", "ana@example.org", true, null);

        assertNotWelcome(noGroups, Why.NOT_IN_PROGRAMME);
        assertThat(arrive(noGroups, "by-mail")).isEqualTo("ana");
        assertThat(groupsOf("ana")).containsExactly("reps");
    }

    // --- later

    @Test
    void an_account_that_is_gone_does_not_come_back_and_the_next_of_its_name_is_not_theirs() {
        arrive(ana("reps"));
        identities.deleteUser("ana");

        assertNotWelcome(ana("reps"), Why.HAS_LEFT);
        known.expect("ana");
        assertNotWelcome(claimed("other", "Ana", "", false, Set.of("reps")), Why.COULD_BE_THEIRS);
        givenRep("ana");
        assertNotWelcome(ana("reps"), Why.HAS_LEFT);
        assertThat(arrivals("for-nobody").known(ana().identity())).isEmpty();

        // Unless the operator wants to have it so.
        assertThat(arrive(ana("reps"), "by-user-name")).isEqualTo("ana");
        assertThat(arrivals("for-nobody").known(ana().identity())).contains("ana");
    }

    @Test
    void a_new_name_or_address_is_taken_over_but_does_not_undo_what_was_corrected_here() {
        arrive(ana("reps"));
        setMail("ana", "corrected@example.org");

        arrive(ana("reps"));
        assertThat(people.find("ana").orElseThrow().email()).isEqualTo("corrected@example.org");

        arrive(claimed("f3a1", "ana", "moved@example.org", true, Set.of("reps")));
        assertThat(people.find("ana").orElseThrow().email()).isEqualTo("moved@example.org");

        arrive(claimed("f3a1", "ana", "", false, Set.of("reps")));
        assertThat(people.find("ana").orElseThrow().email()).isEqualTo("moved@example.org");
    }

    // --- in other words

    private String arrive(Claimed claimed) {
        return arrive(claimed, "for-nobody");
    }

    private String arrive(Claimed claimed, String existing) {
        return arrivals(existing).arrive(claimed);
    }

    private void assertNotWelcome(Claimed claimed, Why why) {
        assertNotWelcome(claimed, "for-nobody", why);
    }

    private void assertNotWelcome(Claimed claimed, String existing, Why why) {
        assertThatThrownBy(() -> arrive(claimed, existing))
                .isInstanceOfSatisfying(
                        NotWelcome.class, no -> assertThat(no.why()).isEqualTo(why));
    }

    private Arrivals arrivals(String existing) {
        return new Arrivals(
                identities,
                new Identities(JdbcClient.create(database)),
                known,
                database.getDataSource(),
                new TransactionTemplate(transactions),
                SignIn.with(Map.of("existing", existing)));
    }

    private static Claimed ana(String... groups) {
        return claimed("f3a1", "ana", "ana@example.org", true, Set.of(groups));
    }

    private static Claimed person(String userName, String... groups) {
        return claimed(userName, userName, userName + "@example.org", true, Set.of(groups));
    }

    private static Claimed claimed(
            String subject, String userName, String mail, boolean verified, @Nullable Set<String> groups) {
        return new Claimed(
                Claimed.identity("https://login.example.org", subject),
                userName,
                true,
                "Ana",
                "Silva",
                mail,
                verified,
                groups);
    }

    private void setMail(String userId, @Nullable String mail) {
        User account = identities.createUserQuery().userId(userId).singleResult();
        account.setEmail(mail);
        identities.saveUser(account);
    }

    private List<String> groupsOf(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }

    private int identitiesKept() {
        return database.queryForObject("select count(*) from provider_identity", Integer.class);
    }
}
