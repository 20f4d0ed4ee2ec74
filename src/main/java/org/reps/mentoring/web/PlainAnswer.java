package org.reps.mentoring.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.language.Translations;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Says no before a request has got anywhere, in the form in which the REST API does. */
public final class PlainAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainAnswer() {}

    /** @param message a complete sentence for whoever asked, which is said in the language of their browser */
    public static void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String message)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var said = Translations.OF_ANSWERS.in(ReadersLanguage.of(request), message);
        JSON.writeValue(response.getOutputStream(), Map.of("type", "Refusal", "message", said));
    }
}
