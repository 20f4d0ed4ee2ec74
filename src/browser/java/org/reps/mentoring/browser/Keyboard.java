package org.reps.mentoring.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who uses no mouse: Tab, Enter, the space bar, and what they write. */
final class Keyboard {

    /** Nobody presses a key more often than that to get somewhere. */
    private static final int PATIENCE = 60;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until the focus is there. */
    Keyboard goTo(Locator there) {
        there.waitFor();
        for (var i = 0; i < PATIENCE; i++) {
            if (hasFocus(there)) {
                return this;
            }
            page.keyboard().press("Tab");
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
