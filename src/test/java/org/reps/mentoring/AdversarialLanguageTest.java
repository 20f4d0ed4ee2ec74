package org.reps.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reps.mentoring.language.Translations;

/** The same forms, tasks and mails for people who read different languages, one after another. */
class AdversarialLanguageTest extends AdversarialTest {

    private static final String PAGES = "/camunda/api/tasklist/plugin/mentoring/default/";
    private static final String GERMAN = "de-AT,de;q=0.9,en;q=0.8";
    private static final String START = "process-definition/key/rep-onboarding/deployed-start-form";
    private static final String PROCESS = "process-definition?latestVersion=true&key=rep-onboarding";

    @BeforeEach
    @AfterEach
    void nobodyHasSaidAnything() {
        jdbc.update("delete from reading_language");
    }

    @Test
    void each_reads_the_same_form_and_the_same_names_in_their_own_language() {
        var german = newSession("mateo").sending("Accept-Language", GERMAN);
        var english = newSession("mateo").sending("Accept-Language", "fr");

        for (var round = 0; round < 2; round++) {
            assertThat(german.engine(START).text())
                    .contains("\"Was möchtest du erreichen?\"", "Mentoren mit einem freien Platz");
            assertThat(english.engine(START).text()).contains("\"What would you like to achieve?\"");
            assertThat(german.engine(PROCESS).body().findValuesAsText("name")).containsExactly("Einen Mentor suchen");
            assertThat(english.engine(PROCESS).body().findValuesAsText("name")).containsExactly("Look for a mentor");
            var englishNames = names(english);
            assertThat(englishNames).isNotEmpty();
            assertThat(names(german))
                    .doesNotContainAnyElementsOf(englishNames)
                    .containsExactlyElementsOf(englishNames.stream()
                            .map(name -> Translations.OF_DIAGRAMS.in("de", name))
                            .toList());
        }
    }

    @Test
    void a_page_of_our_own_says_tasks_as_the_list_does() {
        var german = newSession("mateo").sending("Accept-Language", GERMAN);

        var mine = german.get(PAGES + "my-mentorship").body().findValuesAsText("name");
        assertThat(mine).containsAll(names(german));
        // Whose call it is depends on who else asked him before.
        assertThat(german.get(PAGES + "next-task")
                        .body()
                        .path("task")
                        .path("name")
                        .asText())
                .isIn(mine)
                .matches("Das Einführungsgespräch mit .+ führen");
        assertThat(german.get("/camunda/language.js").text()).isEqualTo("export default 'de';\n");
        assertThat(TasklistSession.anonymous(address())
                        .get("/camunda/language.js")
                        .text())
                .isEqualTo("export default 'en';\n");
    }

    /** They were chosen in a form, which has words for them; what somebody typed stays as it is. */
    @Test
    void what_was_chosen_from_a_list_is_read_in_the_language_of_whoever_reads() {
        var german = newSession("mateo").sending("Accept-Language", GERMAN);
        var english = newSession("maya").sending("Accept-Language", "en");

        assertThat(german.get(PAGES + "mentors").body().path(1).path("skills"))
                .extracting(JsonNode::asText)
                .containsExactly("Gemeinschaften aufbauen", "Lokalisierung", "Veranstaltungen planen");
        assertThat(english.get(PAGES + "mentors").body().path(1).path("skills"))
                .extracting(JsonNode::asText)
                .containsExactly("Community building", "Event planning", "Localization");
        assertThat(agreedWithRavi(english)).isEqualTo("Video call, every month");
        assertThat(agreedWithRavi(english.sending("Accept-Language", GERMAN))).isEqualTo("Video call, jeden Monat");
    }

    private static String agreedWithRavi(TasklistSession maya) {
        var pair = maya.get(PAGES + "my-mentorship").body().path("withMentees").path(0);
        return pair.path("channel").asText() + ", " + pair.path("contactEvery").asText();
    }

    @Test
    void how_often_a_process_runs_and_which_it_calls_is_there_in_each_language() {
        var german = newSession("carmen").sending("Accept-Language", GERMAN);

        assertThat(german.engine("process-definition/statistics").body().findValuesAsText("name"))
                .contains("Einen Mentor suchen");
        assertThat(german.engine("process-definition/key/rep-onboarding/static-called-process-definitions")
                        .body()
                        .findValuesAsText("key"))
                .contains("mentor-matching");
    }

    @Test
    void who_changes_something_else_of_a_task_leaves_its_name_as_it_is() {
        var german = newSession("admin").sending("Accept-Language", GERMAN);
        var path = "task/" + mateos().getId();
        var task = new HashMap<String, Object>();
        for (var part : List.of("name", "description", "assignee", "due")) {
            task.put(part, german.engine(path).body().path(part).asText());
        }
        task.put("priority", mateos().getPriority());

        assertThat(task.get("name")).isNotEqualTo(mateos().getName());
        var before = mateos();
        assertThat(german.engine("PUT", path, task).status()).isEqualTo(204);

        assertThat(mateos().getName()).isEqualTo(before.getName());
        assertThat(mateos().getDescription()).isEqualTo(before.getDescription());
        task.put("name", "Call Rana today");
        assertThat(german.engine("PUT", path, task).status()).isEqualTo(204);
        assertThat(mateos().getName()).isEqualTo("Call Rana today");
        task.put("name", before.getName());
        assertThat(german.engine("PUT", path, task).status()).isEqualTo(204);
    }

    @Test
    void what_the_profile_says_comes_before_the_browser_and_holds_for_mails() {
        var lenka = newcomer("lenka").sending("Accept-Language", GERMAN);

        assertThat(lenka.start(
                                "my-profile",
                                Map.of("reachSeenBy", "contacts", "timeZone", "UTC", "readingLanguage", "es"))
                        .status())
                .isEqualTo(200);
        letEverythingDueHappen();

        assertThat(lenka.engine(START).text()).contains("¿Qué te gustaría conseguir?");
        assertThat(lenka.get("/camunda/language.js").text()).contains("'es'");
        var mail = new MailFolder(MAILS).toComeAbout("lenka", "Tu perfil ha cambiado");
        assertThat(mail.text())
                .startsWith("Hola, Lenka:")
                .contains("Recibes este correo porque has cambiado tu perfil.");
        assertThat(newcomer("leon").engine(START).text()).contains("What would you like to achieve?");
    }

    @Test
    void who_says_nothing_gets_mails_in_the_language_of_their_browser() {
        var name = "larissa";
        newcomer(name);
        var larissa = TasklistSession.anonymous(address()).sending("Accept-Language", "de");
        larissa.openPage();
        larissa.login(name, "mentoring-demo", "tasklist");
        larissa.start("my-profile", Map.of("reachSeenBy", "contacts", "timeZone", "UTC"));
        letEverythingDueHappen();

        assertThat(new MailFolder(MAILS)
                        .toComeAbout(name, "Dein Profil wurde geändert")
                        .text())
                .startsWith("Hallo Larissa,");
        assertThat(jdbc.queryForMap("select * from reading_language where id = ?", name))
                .containsEntry("CHOSEN", null)
                .containsEntry("SEEN", "de");
    }

    @Test
    void a_language_that_is_not_there_cannot_be_chosen() {
        var lotte = newcomer("lotte");

        refused(() -> lotte.start(
                "my-profile", Map.of("reachSeenBy", "contacts", "timeZone", "UTC", "readingLanguage", "xx")));
        for (var nonsense : List.of(";;;q=nonsense", "-", "de,-")) {
            assertThat(lotte.sending("Accept-Language", nonsense)
                            .get("/camunda/language.js")
                            .text())
                    .contains("'en'");
        }
    }

    @Test
    void why_something_cannot_be_is_said_in_the_language_of_whoever_asked() {
        var german = newcomer("lioba");

        assertThat(message(german.sending("Accept-Language", "en").engine("group?member=maya")))
                .isEqualTo("You can only look up your own groups.");
        assertThat(message(german.sending("Accept-Language", GERMAN).engine("group?member=maya")))
                .isEqualTo("Du kannst nur deine eigenen Gruppen nachsehen.");
        var nonsense = Map.<String, Object>of("reachSeenBy", "contacts", "timeZone", "UTC", "nonsense", "x");
        assertThat(message(german.start("my-profile", nonsense)))
                .isEqualTo("„nonsense“ gehört nicht zu diesem Formular.");
        assertThat(message(german.get("/camunda/api/cockpit/plugin/council/default/programme")))
                .isEqualTo("Das gehört nicht zu dem, was du hier tun kannst.");
    }

    @Test
    void the_profile_comes_before_the_browser_where_something_cannot_be_too() {
        var lenz = newcomer("lenz");
        jdbc.update("insert into reading_language (id, chosen) values ('lenz', 'es')");
        var german = lenz.sending("Accept-Language", GERMAN);

        assertThat(message(german.engine("group?member=maya"))).isEqualTo("Solo puedes consultar tus propios grupos.");
        assertThat(german.sending("Accept", "text/html")
                        .get("/camunda/app/tasklist/default/nothing.html")
                        .text())
                .contains("<html lang=\"es\">");
    }

    private static String message(TasklistSession.Answer answer) {
        return answer.body().path("message").asText();
    }

    /** What waits for Mateo, as he reads it. */
    private List<String> names(TasklistSession mateo) {
        return List.of(
                mateo.engine("task/" + mateos().getId()).body().path("name").asText());
    }
}
