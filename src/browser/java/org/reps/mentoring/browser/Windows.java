package org.reps.mentoring.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Clock.InstallOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reps.mentoring.Today;

/**
 * The browser windows of one story, each with cookies of its own, as if every person sat at a computer of their own.
 * When the story fails, a picture, the content and the console of each window stay in {@code target/browser}.
 */
final class Windows implements AfterEachCallback {

    static final Path LEFT_BEHIND = Path.of("target", "browser");

    /** A machine that does other things too needs a while. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * What Playwright does without, as it would say itself (its {@code chromiumSwitches}), if this did not take its
     * place; and two panels below the address bar, which nobody opens here: each window got ready for both of them,
     * which took longer than to open it. A name that a browser does not know does nothing.
     */
    private static final String WITHOUT = String.join(
            ",",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "AutoDeElevate",
            "OptimizationHints",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "PreloadTopChromeWebUI");

    private static @Nullable Browser browser;

    private final List<Window> opened = new ArrayList<>();

    private record Window(String name, Page page, List<String> console) {}

    /** A window whose address bar knows only the rest of an address, in the time zone of the person before it. */
    Page open(String name, String address, NewContextOptions options) {
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        var context = browser().newContext(options.setBaseURL(address));
        context.setDefaultTimeout(PATIENCE.toMillis());
        // The browser's day is that of the programme.
        context.clock().install(new InstallOptions().setTime(Date.from(Today.now())));
        var window = new Window(name, context.newPage(), new ArrayList<>());
        window.page.onConsoleMessage(message -> window.console.add(message.type() + ": " + message.text()));
        window.page.onPageError(error -> window.console.add("error: " + error));
        window.page.onResponse(response -> {
            if (response.status() >= 400) {
                window.console.add(response.status() + ": " + response.request().method() + " " + response.url());
            }
        });
        opened.add(window);
        return window.page;
    }

    @Override
    public void afterEach(ExtensionContext story) throws IOException {
        try {
            if (story.getExecutionException().isPresent()) {
                var folder = LEFT_BEHIND.resolve(story.getRequiredTestClass().getSimpleName() + "."
                        + story.getDisplayName().replaceAll("\\W+", "-").replaceFirst("-$", ""));
                Files.createDirectories(folder);
                for (var i = 0; i < opened.size(); i++) {
                    leave(opened.get(i), folder, (i + 1) + "-" + opened.get(i).name);
                }
            }
        } finally {
            opened.forEach(window -> window.page.context().close());
            opened.clear();
        }
    }

    private static void leave(Window window, Path folder, String name) throws IOException {
        Files.write(folder.resolve(name + ".log"), window.console);
        window.page.screenshot(
                new ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
        Files.writeString(folder.resolve(name + ".html"), window.page.content());
    }

    /** One for all stories; it ends with the tests. */
    private static Browser browser() {
        if (browser == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var executable = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
            var options = new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of(
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-features=" + WITHOUT))
                    // Its sandbox does not work for root, who runs tests in containers.
                    .setChromiumSandbox(!"root".equals(System.getProperty("user.name")));
            browser = playwright.chromium().launch(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
