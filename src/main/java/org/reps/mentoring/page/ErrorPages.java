package org.reps.mentoring.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.TranslatedFile;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages in {@code static/error} in the language of whoever is logged in, else of the browser, where they are
 * translated in a folder of their own; otherwise in English. They take the place of the resolver that would show the
 * English ones.
 */
@Component
class ErrorPages implements ErrorViewResolver {

    private static final String FOLDER = "static/error/";

    private final ReadersLanguage languages;

    ErrorPages(ReadersLanguage languages) {
        this.languages = languages;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var language = languages.ofWhoeverAsks(request);
        return Stream.of(String.valueOf(status.value()), status.is4xxClientError() ? "4xx" : "5xx")
                .map(page -> page + ".html")
                .filter(page -> new ClassPathResource(FOLDER + page).exists())
                .findFirst()
                .map(page -> TranslatedFile.of(FOLDER, page, language)
                        .orElseGet(() -> TranslatedFile.text(new ClassPathResource(FOLDER + page))))
                .map(ErrorPages::page)
                .orElse(null);
    }

    private static ModelAndView page(String html) {
        return new ModelAndView((model, request, response) -> {
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.getWriter().write(html);
        });
    }
}
