package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks for what keeps people from using a page: violations of WCAG 2.2 A and AA that a program can find. Only in what
 * we contribute; the frame around it, with buttons without names and pale texts, comes from Camunda as it is.
 *
 * <p>Axe is brought into a page once for as long as that stays; {@link AxeBuilder} would do so each time, which takes
 * longer than the look itself.
 */
final class Accessibility {

    private static final List<String> WCAG_A_AND_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String AXE = axe();

    /** All rules are asked; only what they found to be right is not written out. */
    private static final String LOOK = """
            async ({ part, tags }) => {
              // A page may be drawn anew at this moment.
              for (let tries = 0; tries < 300 && document.querySelector(part) === null; tries++) {
                await new Promise(done => setTimeout(done, 100));
              }
              const found = await axe.run(
                { include: [[part]] }, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return found.violations
                .map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(node => node.html).join(' ')}`);
            }
            """;

    private Accessibility() {}

    /** One line for each violation in the part of the page that the selector finds. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, String part) {
        page.locator(part).first().waitFor();
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(LOOK, Map.of("part", part, "tags", WCAG_A_AND_AA));
    }

    static void check(Page page, String part) {
        assertThat(violations(page, part)).as("violations at " + page.url()).isEmpty();
    }

    private static String axe() {
        try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
