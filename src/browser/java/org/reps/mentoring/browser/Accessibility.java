package org.reps.mentoring.browser;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Looks for what keeps people from using a page: violations of WCAG 2.2 A and AA that a program can find. Only in what
 * we contribute; the frame around it, with buttons without names and pale texts, comes from Camunda as it is.
 */
final class Accessibility {

    private static final List<String> WCAG_A_AND_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {}

    /** One line for each violation in the part of the page that the selector finds. */
    static List<String> violations(Page page, String part) {
        page.locator(part).first().waitFor();
        return new AxeBuilder(page)
                .setLegacyMode(true).include(part).withTags(WCAG_A_AND_AA).analyze().getViolations().stream()
                        .map(Accessibility::describe)
                        .toList();
    }

    static void check(Page page, String part) {
        assertThat(violations(page, part)).as("violations at " + page.url()).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).collect(joining(" "));
    }
}
