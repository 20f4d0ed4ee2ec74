package org.reps.mentoring.engine.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.reps.mentoring.language.ReadersLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says to the pages in Tasklist in which language whoever is logged in reads, so that frame and forms are in the same;
 * before the login it is the browser's. A script, because it has to be known before anything else is drawn.
 */
@RestController
class LanguageOfPages {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final ReadersLanguage languages;

    LanguageOfPages(ReadersLanguage languages) {
        this.languages = languages;
    }

    @GetMapping("/camunda/language.js")
    ResponseEntity<String> language(HttpServletRequest request) {
        var session = request.getSession(false);
        var language = session == null
                ? ReadersLanguage.of(request)
                : AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
                        .findFirst()
                        .map(UserAuthentication::getIdentityId)
                        .map(languages::of)
                        .orElseGet(() -> ReadersLanguage.of(request));
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noStore())
                .body("export default '" + language + "';\n");
    }
}
