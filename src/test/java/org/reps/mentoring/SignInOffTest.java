package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;

/** As long as no provider is set, nothing of it is there. */
class SignInOffTest extends AdversarialTest {

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in/to/provider",
                "/sign-in/from/provider?code=x&state=y",
                "/sign-in/in",
                "/sign-in/out",
                "/sign-in/page.js",
                "/login/oauth2/code/provider",
                "/oauth2/authorization/provider",
                "/login",
                "/logout"
            })
    void there_is_nothing_at_its_addresses(String path) {
        assertThat(TasklistSession.anonymous(address()).get(path).status()).isEqualTo(404);
    }

    @Test
    void no_filter_stands_in_the_way() {
        assertThat(context.getBeansOfType(Filter.class).values()).noneMatch(SignInOffTest::isOfSignIn);
        assertThat(context.getBeansOfType(FilterRegistrationBean.class).values())
                .noneMatch(registration -> isOfSignIn(registration.getFilter()));
    }

    @Test
    void the_web_applications_have_their_own_pages() {
        var stranger = TasklistSession.anonymous(address());

        assertThat(stranger.openPage().text()).contains("camunda-tasklist-bootstrap.js");
        assertThat(stranger.get("/camunda/app/tasklist/scripts/config.js").text())
                .contains("customScripts: ['scripts/forgotten-password']");
        assertThat(newSession("ruth")
                        .post("/camunda/api/admin/auth/user/default/logout", NOTHING)
                        .headers()
                        .map())
                .doesNotContainKey("sign-out-at");
    }

    @Test
    void a_token_opens_nothing() {
        var program = TasklistSession.anonymous(address()).sending("Authorization", "Bearer a.b.c");

        var answer = program.get("/engine-rest/engine");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).isEqualTo("Please give your user name and your password.");
    }

    private static boolean isOfSignIn(Filter filter) {
        var name = filter.getClass().getName();
        return name.startsWith("org.springframework.security.") || name.contains(".signin.");
    }
}
