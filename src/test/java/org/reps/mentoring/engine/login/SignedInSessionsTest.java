package org.reps.mentoring.engine.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.ProgrammeTest;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.person.KnownPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** How long somebody is in who has signed in elsewhere. */
class SignedInSessionsTest extends ProgrammeTest {

    private static final SignInSettings ON = SignIn.at("https://login.example.org");

    @Autowired
    private KnownPeople known;

    @Autowired
    private ReadersLanguage languages;

    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void noor_has_signed_in() {
        givenRep("noor");
        database.update("insert into provider_identity (id, user_id, said) values ('one', 'noor', '')");
        begin();
    }

    @Test
    void who_is_still_the_same_stays() throws Exception {
        assertThat(isIn(ON)).isTrue();
        people.join(Group.MENTORS, "noor");
        assertThat(isIn(ON)).isTrue();
    }

    @Test
    void whose_account_goes_is_out_also_when_somebody_else_gets_the_name() throws Exception {
        identities.deleteUser("noor");
        known.expect("noor");
        people.register(new Person("noor", "Noor", "Other", "other@example.org"), "mentoring-demo", Group.REPS);
        assertThat(database.queryForMap("select * from provider_identity")).containsEntry("USER_ID", null);

        assertThat(isIn(ON)).isFalse();
    }

    @Test
    void whose_account_belongs_to_another_identity_is_out() throws Exception {
        database.update("update provider_identity set id = 'another'");

        assertThat(isIn(ON)).isFalse();
    }

    @Test
    void who_leaves_the_last_group_is_out() throws Exception {
        people.leave(Group.REPS, "noor");

        assertThat(isIn(ON)).isFalse();
    }

    @Test
    void who_has_been_in_for_long_signs_in_again() throws Exception {
        var longAgo = SignIn.with(Map.of("issuer", "https://login.example.org", "renew-after", "-1s"));

        assertThat(isIn(longAgo)).isFalse();
    }

    private void begin() {
        var person = new UserAuthentication("noor", "default");
        var people = new Authentications();
        people.addOrReplace(person);
        session.setAttribute("authenticatedUser", people);
        filter(ON).attributeAdded(new HttpSessionBindingEvent(session, "authenticatedUser", people));
    }

    private boolean isIn(SignInSettings settings) throws Exception {
        var request = new MockHttpServletRequest("GET", "/camunda/api/engine/engine/");
        request.setServletPath("/camunda/api/engine/engine/");
        request.setSession(session);
        filter(settings).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }

    private LoginSessions filter(SignInSettings settings) {
        return new LoginSessions(JdbcClient.create(database), settings, languages);
    }
}
