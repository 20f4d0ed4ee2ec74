package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks for what keeps people from using a page: violations of WCAG 2.2 A and AA that a program can find, by day, by
 * night and in the few colours that somebody has chosen for everything, on a large screen and on a phone.
 *
 * <p>Axe is brought into a page once for as long as that stays; {@link AxeBuilder} would do so each time, which takes
 * longer than the look itself.
 */
final class Accessibility {

    static final int PHONE = 390;
    private static final int LARGE = 1280;

    private static final List<String> WCAG_A_AND_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final String AXE = axe();

    /** All rules are asked, of which one has to be asked for; only what they found to be right is not written out. */
    private static final String LOOK = """
            async ({ part, tags }) => {
              // A page may be drawn anew at this moment.
              for (let tries = 0; tries < 300 && document.querySelector(part) === null; tries++) {
                await new Promise(done => setTimeout(done, 100));
              }
              const found = await axe.run({ include: [[part]] }, {
                runOnly: { type: 'tag', values: tags },
                rules: { 'target-size': { enabled: true } },
                resultTypes: ['violations']
              });
              return found.violations
                .map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(node => node.html).join(' ')}`);
            }
            """;

    /** What is pressed, but for links within a sentence; of a field, with what is drawn around it. */
    private static final String SMALL = """
            finger => {
              const shown = document.querySelector('.modal') ?? document.body;
              return [...shown.querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(target => target.checkVisibility({ visibilityProperty: true }))
                .filter(target => getComputedStyle(target).display !== 'inline'
                    || target.parentElement.textContent.trim() === target.textContent.trim())
                .filter(target => {
                  const around = target.matches('button') ? null : target.closest('label, .fjs-input-group, .fjs-taglist');
                  const { width, height } = (around ?? target).getBoundingClientRect();
                  return width > 0 && (width < finger || height < finger);
                })
                .map(target => target.outerHTML.slice(0, 200));
            }
            """;

    /** Large and bright; a drawing is on paper, and a small button may shine. */
    private static final String BRIGHT = """
            () => [...document.body.querySelectorAll('*')]
              .filter(part => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
              .filter(part => part.closest('[cam-widget-bpmn-viewer]') === null)
              .filter(part => {
                const { width, height } = part.getBoundingClientRect();
                const [red, green, blue, alpha = 1] = getComputedStyle(part).backgroundColor.match(/[\\d.]+/g).map(Number);
                return width * height > 20000 && alpha > 0.5 && (red + green + blue) / 3 > 100;
              })
              .map(part => part.outerHTML.slice(0, 200));
            """;

    private enum Colours {
        DAY(ColorScheme.LIGHT, ForcedColors.NONE),
        NIGHT(ColorScheme.DARK, ForcedColors.NONE),
        FEW(ColorScheme.DARK, ForcedColors.ACTIVE);

        private final EmulateMediaOptions options;

        Colours(ColorScheme scheme, ForcedColors forced) {
            options = new EmulateMediaOptions()
                    .setColorScheme(scheme)
                    .setForcedColors(forced)
                    // A colour on its way to another is neither.
                    .setReducedMotion(ReducedMotion.REDUCE);
        }
    }

    private Accessibility() {}

    /** The whole page with all that stands around what is ours. */
    static void check(Page page) {
        check(page, "html", LARGE, PHONE);
    }

    /** Only a part of a page, where the rest is not ours or has been looked at. */
    static void check(Page page, String part) {
        check(page, part, page.viewportSize().width);
    }

    private static void check(Page page, String part, int... widths) {
        var was = page.viewportSize();
        var found = new ArrayList<String>();
        for (var width : widths) {
            page.setViewportSize(width, was.height);
            for (var colours : Colours.values()) {
                page.emulateMedia(colours.options);
                violations(page, part)
                        .forEach(violation -> found.add("%s at %d: %s".formatted(colours, width, violation)));
            }
        }
        page.emulateMedia(Colours.DAY.options);
        page.setViewportSize(was.width, was.height);
        assertThat(found).as("violations at " + page.url()).isEmpty();
    }

    /** One line for each violation in the part of the page that the selector finds, as it is shown now. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, String part) {
        page.locator(part).first().waitFor();
        if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(LOOK, Map.of("part", part, "tags", WCAG_A_AND_AA));
    }

    /** Who reads in the dark is not blinded. */
    static void checkAtNight(Page page) {
        page.emulateMedia(Colours.NIGHT.options);
        assertThat(page.evaluate(BRIGHT)).as("what is bright at " + page.url()).isEqualTo(List.of());
        page.emulateMedia(Colours.DAY.options);
    }

    /** On a phone nothing is smaller than the finger that presses it, and nothing is beyond the screen. */
    static void checkOnPhone(Page page) {
        var was = page.viewportSize();
        page.setViewportSize(PHONE, was.height);
        assertThat(page.evaluate(SMALL, 44))
                .as("what is too small at " + page.url())
                .isEqualTo(List.of());
        assertFits(page);
        page.setViewportSize(was.width, was.height);
    }

    /** Enlarged to twice its size, and to four times, on a window that was 1280 wide. */
    static void checkEnlarged(Page page) {
        var was = page.viewportSize();
        for (var times : List.of(2, 4)) {
            page.setViewportSize(LARGE / times, was.height / times);
            assertFits(page);
        }
        page.setViewportSize(was.width, was.height);
    }

    private static void assertFits(Page page) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("how far it reaches beyond the screen: " + page.url())
                .isNotPositive();
    }

    private static String axe() {
        try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
