package org.reps.mentoring.engine.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.page.Pages;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * A page of our own on the way in or out. It has no more than a few words and perhaps a script that goes on from there.
 *
 * @param text says why one sees this, and what next
 * @param link address and words of the way on
 * @param script its name; empty for none
 * @param home where the script goes if nobody has asked for anything else
 */
record SignInPage(String title, String text, Link link, String script, String home) {

    static final Link AGAIN = new Link(SignInFilter.TO_PROVIDER, "Sign in");
    static final Link AS_SOMEBODY_ELSE =
            new Link(SignInFilter.TO_PROVIDER + "?" + SignInFilter.ANEW, "Sign in with another account");

    /** Where a link of a page leads, and its words. */
    record Link(String address, String words) {}

    SignInPage(String title, String text, Link link) {
        this(title, text, link, "", "");
    }

    void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        careful(response);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write(Pages.html(
                        ReadersLanguage.of(request),
                        "sign-in",
                        Map.of(
                                "title",
                                title,
                                "text",
                                text,
                                "address",
                                link.address(),
                                "words",
                                link.words(),
                                "script",
                                script,
                                "home",
                                home)));
    }

    /** Sends one of the scripts. */
    static void sendScript(String name, HttpServletResponse response) throws IOException {
        careful(response);
        response.setContentType("text/javascript");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try (var script = new ClassPathResource("sign-in/" + name).getInputStream()) {
            script.transferTo(response.getOutputStream());
        }
    }

    private static void careful(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", Pages.POLICY);
    }
}
