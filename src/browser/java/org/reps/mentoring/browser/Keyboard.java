package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who uses no mouse: Tab, Enter, the space bar, and what they write. */
final class Keyboard {

    /** Nobody presses a key more often than that to get somewhere. */
    private static final int PATIENCE = 60;

    /** What has the focus, if it lies below something else, or if nothing shows that it has it. */
    private static final String UNSEEN = """
            () => {
              const focused = document.activeElement;
              const { left, right, top, bottom, width } = focused.getBoundingClientRect();
              if (focused === document.body || width === 0) {
                return '';
              }
              const isThere = (x, y) => {
                const found = document.elementFromPoint(x, y);
                return found !== null && (found.contains(focused) || focused.contains(found));
              };
              const isSeen = isThere((left + right) / 2, (top + bottom) / 2)
                || isThere(left + 3, top + 3) || isThere(right - 3, bottom - 3);
              const { outlineStyle, boxShadow } = getComputedStyle(focused);
              const isMarked = outlineStyle !== 'none' || boxShadow !== 'none';
              return isSeen && isMarked ? '' : focused.outerHTML.slice(0, 200);
            }
            """;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until the focus is there; on the way, it can always be seen where it is. */
    Keyboard goTo(Locator there) {
        there.waitFor();
        for (var i = 0; i < PATIENCE; i++) {
            if (hasFocus(there)) {
                return this;
            }
            page.keyboard().press("Tab");
            assertThat(page.evaluate(UNSEEN))
                    .as("what has the focus and is not seen")
                    .isEqualTo("");
        }
        throw new AssertionError("The Tab key does not lead to " + there);
    }

    Keyboard write(Locator field, String text) {
        goTo(field);
        page.keyboard().type(text);
        return this;
    }

    /** Writes this in place of whatever stands there. */
    Keyboard replace(Locator field, String text) {
        goTo(field);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
        return this;
    }

    Keyboard press(Locator linkOrButton) {
        goTo(linkOrButton);
        page.keyboard().press("Enter");
        return this;
    }

    Keyboard tick(Locator boxOrOption) {
        goTo(boxOrOption);
        page.keyboard().press("Space");
        return this;
    }

    private static boolean hasFocus(Locator there) {
        return Boolean.TRUE.equals(there.evaluate("element => element === document.activeElement"));
    }
}
