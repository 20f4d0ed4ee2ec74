package org.reps.mentoring.wayin;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.reps.mentoring.engine.login.ForgottenPasswords;
import org.reps.mentoring.engine.login.LoginAttempts;
import org.reps.mentoring.engine.login.TooManyAttempts;
import org.reps.mentoring.entrylink.EntryLinks.Found;
import org.reps.mentoring.entrylink.LinkState;
import org.reps.mentoring.entrylink.LocalPasswords;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.page.Pages;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages on which people choose a password, and say that they have forgotten theirs. They need no login, and make no
 * session.
 *
 * <p>What opens stands in the address behind {@code #}, where browsers keep it to themselves: no server, proxy or log
 * gets it with the address. A script puts it into the form and takes it out of the address; without scripts, people
 * copy it from the mail. Opening a page uses nothing up, as programs that look after mails do.
 */
@RestController
class PasswordPages {

    /** Longer than any user name or address. */
    private static final int LONGEST = 255;

    private final LoginAttempts attempts = new LoginAttempts(Ticker.systemTicker());
    private final LocalPasswords local;
    private final ForgottenPasswords forgotten;
    private final ChoosingPassword choosing;

    PasswordPages(LocalPasswords local, ForgottenPasswords forgotten, ChoosingPassword choosing) {
        this.local = local;
        this.forgotten = forgotten;
        this.choosing = choosing;
    }

    @GetMapping("/password/choose")
    ResponseEntity<String> code() {
        requireLocalPasswords();
        return page(HttpStatus.OK, "code", Map.of());
    }

    /** For whoever opens the address of an answer. */
    @GetMapping("/password/link")
    ResponseEntity<String> link() {
        requireLocalPasswords();
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/password/choose")
                .build();
    }

    /**
     * What comes of it stands under another address than the links in mails, so that a window that shows it opens the
     * next link as any other does.
     *
     * @param password empty as long as only the link is to be looked at
     * @param again the same once more
     */
    @PostMapping("/password/link")
    ResponseEntity<String> choose(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        requireLocalPasswords();
        if (password.isEmpty() && again.isEmpty()) {
            return form(HttpStatus.OK, choosing.look(code), code, "");
        }
        try {
            var found = choosing.choose(code, password, again);
            return found.state() == LinkState.OPEN ? chosen(found.personId()) : ended(found.state());
        } catch (Refusal refused) {
            return form(HttpStatus.BAD_REQUEST, choosing.look(code), code, refused.toString());
        }
    }

    private ResponseEntity<String> form(HttpStatus status, Found found, String code, String fault) {
        if (found.state() != LinkState.OPEN) {
            return ended(found.state());
        }
        return page(
                status,
                "choose",
                Map.of(
                        "name",
                        choosing.greeting(found.personId()),
                        "userName",
                        found.personId(),
                        "code",
                        code,
                        "fault",
                        fault));
    }

    private ResponseEntity<String> chosen(String userId) {
        var login = "/camunda/app/" + choosing.application(userId) + "/default/";
        return page(HttpStatus.OK, "chosen", Map.of("userName", userId, "login", login));
    }

    private ResponseEntity<String> ended(LinkState state) {
        var status = state == LinkState.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
        return page(status, "ended", Map.of("state", state.name().toLowerCase(Locale.ROOT)));
    }

    @GetMapping("/password/forgotten")
    ResponseEntity<String> ask() {
        requireLocalPasswords();
        return page(HttpStatus.OK, "forgotten", Map.of("fault", ""));
    }

    /**
     * The answer is the same whoever is named, and whether there is anybody of that name: it depends only on what was
     * sent and on how often somebody has asked from the same place.
     */
    @PostMapping("/password/forgotten")
    ResponseEntity<String> ask(@RequestParam(defaultValue = "") String who, HttpServletRequest request) {
        requireLocalPasswords();
        var typed = PlainText.oneLine(who);
        if (typed.isEmpty()) {
            return page(
                    HttpStatus.BAD_REQUEST,
                    "forgotten",
                    Map.of("fault", "Please write your user name or your mail address."));
        }
        var meant = StringUtils.truncate(typed, LONGEST).toLowerCase(Locale.ROOT);
        try {
            attempts.begin(request.getRemoteAddr(), meant);
        } catch (TooManyAttempts tooMany) {
            return page(
                    ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds())),
                    "forgotten",
                    Map.of(
                            "fault",
                            "From where you are it was asked very often just now. Please look for a mail that has come"
                                    + " already, or try again in a few minutes."));
        }
        forgotten.ask(meant);
        return page(HttpStatus.OK, "asked", Map.of());
    }

    private static ResponseEntity<String> page(HttpStatus status, String template, Map<String, ?> values) {
        return page(ResponseEntity.status(status), template, values);
    }

    private static ResponseEntity<String> page(BodyBuilder answer, String template, Map<String, ?> values) {
        return answer.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", Pages.POLICY)
                .body(Pages.html(ReadersLanguage.ofBrowser(), template, values));
    }

    private void requireLocalPasswords() {
        if (!local.areOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
