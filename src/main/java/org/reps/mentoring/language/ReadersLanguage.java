package org.reps.mentoring.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.post.MailSettings;
import org.reps.mentoring.world.Languages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * In which language somebody reads: the one in their profile, else what their browser says. For a mail it is what the
 * browser said when they logged in last.
 */
@Component
public class ReadersLanguage {

    /** What the profile says of whoever leaves it to the browser. */
    public static final String AS_BROWSER = "browser";

    static final String AS_BROWSER_SAYS = "As my browser says";

    private static final String ASKED = ReadersLanguage.class.getName();
    private static final String READER = ASKED + ".reader";

    /** Browsers say less. Of a language of thousands of parts Java would think for half a minute. */
    private static final int LONGEST = 300;

    private static final Logger LOG = LoggerFactory.getLogger(ReadersLanguage.class);

    private final JdbcClient database;
    private final String otherwise;

    ReadersLanguage(JdbcClient database, MailSettings settings) {
        this.database = database;
        this.otherwise = known(Locale.LanguageRange.parse(settings.language().toLanguageTag()))
                .orElse(Translations.ENGLISH);
    }

    /** What somebody can choose in their profile: labels by value, each language as whoever speaks it calls it. */
    public static Map<String, String> offered() {
        var offered = new LinkedHashMap<String, String>();
        offered.put(AS_BROWSER, AS_BROWSER_SAYS);
        Translations.languages().forEach(code -> offered.put(code, Languages.ownName(code)));
        return offered;
    }

    /** For what somebody is shown in answer to what they ask right now. */
    public String of(String userId) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return inMailsTo(userId);
        }
        // Asked for again and again while one page is made.
        var key = ASKED + ":" + userId;
        if (request.getAttribute(key, RequestAttributes.SCOPE_REQUEST) instanceof String found) {
            return found;
        }
        var found = said(userId, "chosen").orElseGet(ReadersLanguage::ofBrowser);
        request.setAttribute(key, found, RequestAttributes.SCOPE_REQUEST);
        return found;
    }

    /** Says who it is that asks, for whatever comes of it, an error included. */
    public static void isAskedBy(String userId, HttpServletRequest request) {
        request.setAttribute(READER, userId);
    }

    /** Of whoever asks for something, as far as it is known who that is; otherwise what the browser says. */
    public String ofWhoeverAsks(HttpServletRequest request) {
        if (request.getAttribute(READER) instanceof String userId) {
            try {
                return said(userId, "chosen").orElseGet(() -> of(request));
            } catch (DataAccessException e) {
                LOG.warn("It cannot be found out in which language somebody reads", e);
            }
        }
        return of(request);
    }

    /** For what is sent to somebody. */
    public String inMailsTo(String userId) {
        return database.sql("select chosen, seen from reading_language where id = ?")
                .param(userId)
                .query((row, number) -> Stream.of(row.getString("chosen"), row.getString("seen"))
                        .filter(ReadersLanguage::isThere)
                        .findFirst())
                .optional()
                .flatMap(found -> found)
                .orElse(otherwise);
    }

    /** What the browser says that asks right now; English where none does. */
    public static String ofBrowser() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? of(asked.getRequest())
                : Translations.ENGLISH;
    }

    /** What this browser says, as far as there is anything to read in it; otherwise English. */
    public static String of(HttpServletRequest request) {
        return ranges(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(ReadersLanguage::known)
                .orElse(Translations.ENGLISH);
    }

    /** What somebody has chosen in their profile; {@link #AS_BROWSER} where it is left to the browser. */
    public String chosen(String userId) {
        return said(userId, "chosen").orElse(AS_BROWSER);
    }

    /** @param language a code, or {@link #AS_BROWSER} */
    public void choose(String userId, String language) {
        keep(userId, "chosen", language.equals(AS_BROWSER) ? null : language);
    }

    /**
     * Keeps what the browser says with which somebody has just logged in, for the mails to them. As long as it is the
     * language of mails anyway, nothing is kept.
     */
    public void seen(String userId, HttpServletRequest request) {
        var language = of(request);
        if (!language.equals(said(userId, "seen").orElse(otherwise))) {
            keep(userId, "seen", language);
        }
    }

    private Optional<String> said(String userId, String where) {
        return database.sql("select " + where + " from reading_language where id = ? and " + where + " is not null")
                .param(userId)
                .query(String.class)
                .optional()
                .filter(ReadersLanguage::isThere);
    }

    /** It may be of a language that is not there any more. */
    private static boolean isThere(@Nullable String language) {
        return language != null && Translations.languages().contains(language);
    }

    private void keep(String userId, String where, @Nullable String language) {
        if (change(userId, where, language) == 0) {
            try {
                database.sql("insert into reading_language (id, " + where + ") values (?, ?)")
                        .params(userId, language)
                        .update();
            } catch (DuplicateKeyException otherWindow) {
                change(userId, where, language);
            }
        }
    }

    private int change(String userId, String where, @Nullable String language) {
        return database.sql("update reading_language set " + where + " = ? where id = ?")
                .params(language, userId)
                .update();
    }

    private static Optional<List<Locale.LanguageRange>> ranges(@Nullable String accepted) {
        try {
            return Optional.ofNullable(accepted)
                    .filter(ranges -> ranges.length() <= LONGEST)
                    .map(Locale.LanguageRange::parse);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            // Java stumbles over a hyphen alone.
            return Optional.empty();
        }
    }

    private static Optional<String> known(List<Locale.LanguageRange> ranges) {
        return Optional.ofNullable(Locale.lookupTag(ranges, Translations.languages()));
    }
}
