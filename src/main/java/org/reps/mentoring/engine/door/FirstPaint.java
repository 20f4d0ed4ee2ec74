package org.reps.mentoring.engine.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.reps.mentoring.language.ReadersLanguage;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Puts a few words into Tasklist's page that are there before its scripts are, or where there are none, and a script
 * that says so when others do not come ({@code first-paint.js}). Without them the page would be white until everything
 * is there. The words are in {@code first-paint}, a file for each language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class FirstPaint extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/camunda/app/tasklist(?:/(?:default/?)?)?");

    /** Where Tasklist draws itself, in place of this. */
    private static final String SPINNER = "<div class=\"spinner spinner-big\"></div>";

    /** A page's first script, with what lets it run. */
    private static final Pattern FIRST_SCRIPT =
            Pattern.compile("<script defer src=\"([^\"]*)/lib/runtime\\.js[^\"]*\"( nonce=\"[^\"]*\")?");

    private static final String OURS = "<script src=\"$1/app/tasklist/scripts/first-paint.js\"$2></script>$0";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !PAGE.matcher(request.getServletPath()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        var html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
        if (html.contains(SPINNER)) {
            var words = words(ReadersLanguage.of(request));
            page.resetBuffer();
            page.getOutputStream()
                    .write(FIRST_SCRIPT
                            .matcher(html)
                            .replaceFirst(OURS)
                            .replace(SPINNER, SPINNER + words)
                            .getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }

    private static String words(String language) {
        var wanted = new ClassPathResource("first-paint/" + language + ".html");
        try {
            return (wanted.exists() ? wanted : new ClassPathResource("first-paint/en.html"))
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
