package org.reps.mentoring.engine.results;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reps.mentoring.language.Translations;
import org.springframework.web.util.HtmlUtils;

/**
 * A diagram for whoever only looks at it: with the names of what is in it in their language, and where the name of a
 * step is completed with somebody's name in each case, it has an ellipsis in place of the expression. Lists in Cockpit
 * take the names of steps from there.
 */
final class PlainNames {

    private static final Pattern NAME = Pattern.compile("(?<=\\sname=\")[^\"]*(?=\")");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    private PlainNames() {}

    /** @param xml the diagram as it is deployed */
    static InputStream in(InputStream xml, String language) {
        try (xml) {
            var shown = NAME.matcher(new String(xml.readAllBytes(), UTF_8))
                    .replaceAll(name -> Matcher.quoteReplacement(
                            EXPRESSION.matcher(said(name.group(), language)).replaceAll("…")));
            return new ByteArrayInputStream(shown.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String name, String language) {
        var english = HtmlUtils.htmlUnescape(name);
        var said = Translations.OF_DIAGRAMS.in(language, english);
        return said.equals(english) ? name : HtmlUtils.htmlEscape(said, UTF_8.name());
    }
}
