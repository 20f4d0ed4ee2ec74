package org.reps.mentoring.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.Errand;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst looks at what differs between two versions, and takes the earlier one back. */
class VersionsIT extends BrowserTest {

    @Autowired
    private RepositoryService repository;

    private List<String> before = List.of();

    @BeforeEach
    void there_are_two_versions() {
        before = deployments();
        for (var errand : List.of(Errand.GOOD, Errand.GOOD.called("Do it well", "P14D"))) {
            var deployment = repository.createDeployment().name("reps-mentoring");
            errand.files().forEach(deployment::addString);
            deployment.deploy();
        }
    }

    @AfterEach
    void they_go() {
        var later = new ArrayList<>(deployments());
        later.removeAll(before);
        later.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void what_differs_is_seen_and_taken_back() {
        var page = cockpit("anna").page();
        link(page, "Versions").click();
        Accessibility.check(page, ".council-page");
        link(page, "Run an errand").click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Version 2, in force")))
                .isVisible();
        Accessibility.check(page, ".council-page");
        link(page, "What changed since version 1").click();
        assertThat(page.getByText("Due: P7D → P14D")).isVisible();
        Accessibility.check(page, ".council-page");

        link(page, "All versions of this process").click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Take this version back"))
                .click();

        assertThat(page.getByText("Version 1 is in force again, as the newest one."))
                .isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Version 3, in force")))
                .isVisible();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .map(Deployment::getId)
                .toList();
    }
}
