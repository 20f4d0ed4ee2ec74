package org.reps.mentoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the council asks of the rule book, as they ask it. */
class AskedOfTheRulesIT extends BrowserTest {

    /** Answers of which each does, and the question in each language. */
    private static final String QUESTIONS = """
            Activity_StillThere Event_SilenceReported | What happens when a mentor does not answer? | Was passiert, wenn ein Mentor nicht antwortet? | ¿Qué pasa si un mentor no responde?
            Activity_Decide | Who decides on a change of mentor? | Wer entscheidet, wenn jemand den Mentor wechseln will? | ¿Quién decide sobre un cambio de mentor?
            Activity_PlanLongAbsence | How long can a mentor take time off? | Wie lange darf ein Mentor abwesend sein? | ¿Cuánto tiempo puede estar ausente un mentor?
            Activity_CoverForMentor Activity_ChooseCover | Who covers for a mentor on holiday? | Wer vertritt einen Mentor im Urlaub? | ¿Quién sustituye a un mentor de vacaciones?
            Event_ResignationHandedIn | How does a mentor resign? | Was geschieht, wenn ein Mentor aufhört? | ¿Cómo deja alguien de ser mentor?
            Activity_PlaceRemaining | Who finds a new mentor for the remaining mentees of a mentor who steps down? | Wer findet neue Mentoren für die übrigen Mentees, wenn ein Mentor zurücktritt? | ¿Quién busca mentor para los mentees que quedan cuando un mentor renuncia?
            Event_NoOfferInTime Activity_AskMentor | What if nobody offers to mentor a rep? | Was, wenn sich niemand als Mentor anbietet? | ¿Y si nadie se ofrece como mentor?
            Activity_HoldFirstCall | When do new pairs hold their first call? | Bis wann führen neue Paare das erste Gespräch? | ¿Cuándo tienen su primera llamada las parejas nuevas?
            Activity_ConfirmTraining | Who confirms that a training is finished? | Wer bestätigt eine abgeschlossene Schulung? | ¿Quién confirma una formación terminada?
            Activity_WaivePrerequisite | Can we make an exception for somebody who is not a year in the programme? | Können wir auf das eine Jahr im Programm verzichten? | ¿Podemos hacer una excepción con el requisito de un año en el programa?
            Activity_LookAfterMissedMeeting | The mentee did not come to the yearly meeting | Der Mentee ist nicht zum Jahresgespräch gekommen | El mentee no vino a la reunión anual
            Activity_GiveFeedback | When is feedback asked for? | Wann wird um Rückmeldung gebeten? | ¿Cuándo se pide la opinión?
            Activity_LookIntoConcern | Who handles a complaint? | Wer bearbeitet eine Beschwerde? | ¿Quién atiende una queja?
            Activity_SettleConcern | By when must a concern be settled? | Bis wann muss ein Anliegen geklärt sein? | ¿Qué plazo hay para resolver una inquietud?
            Event_ErasingAsked | How are somebody's data deleted? | Wie löschen wir die Daten von jemandem? | ¿Cómo borramos los datos de alguien?
            Activity_DecideAfterLeft | What becomes of the mentees of somebody who has left the programme? | Was wird aus den Mentees, wenn jemand das Programm verlassen hat? | ¿Qué pasa con los mentees de quien se ha ido del programa?
            Event_NewsWritten | How do we inform everybody of some news? | Wie informieren wir alle über eine Neuigkeit? | ¿Cómo informamos a todos de una noticia?
            Activity_FindAddress | A mail bounces because of a wrong address | Eine E-Mail kommt zurück, weil die Adresse falsch ist | Un correo rebota por una dirección equivocada
            Activity_AgreeToOverride | How many contacts have to agree to override a commitment? | Wie viele Kontaktpersonen müssen zustimmen, dass eine Vereinbarung aufgehoben wird? | ¿Cuántos contactos tienen que aceptar anular un acuerdo?
            Event_SomebodyReturns | Somebody who left would like to come back | Jemand möchte zurückkehren | Alguien que se fue quiere volver
            Activity_SayWhatIsEnough Event_TooMuchSaid | A mentor has too many mentees and is overloaded | Ein Mentor hat zu viele Mentees und ist überlastet | Un mentor tiene demasiados mentees y está sobrecargado
            keep-in-touch-rhythm | How often should the two talk? | Wie oft sollen die beiden sprechen? | ¿Cada cuánto deben hablar los dos?
            """;

    /** More than that is no answer. */
    private static final int MOST = 15;

    private static final int FIRST = 5;

    /** Only whole words in the form in which they stand there were found, and no question. */
    @ParameterizedTest
    @CsvSource({"1, en-GB", "2, de-DE", "3, es-ES"})
    void each_question_is_answered_by_one_search(int column, String language) {
        var page = Tasklist.logIn(
                        "carmen", window("carmen asks " + language, new NewContextOptions().setLocale(language)))
                .page();
        page.evaluate("location.hash = '#/how-it-works?rules'");
        var box = page.locator("#handbook-search");
        box.waitFor();
        var unanswered = new ArrayList<String>();
        QUESTIONS.lines().map(line -> line.split(" \\| ")).forEach(asked -> {
            box.fill(asked[column]);
            var found = found(page.locator(".handbook-rules tbody a, .handbook-decision:not([hidden])"));
            var isAnswered = found.size() <= MOST
                    && Stream.of(asked[0].split(" "))
                            .anyMatch(answer -> found.stream().limit(FIRST).anyMatch(one -> one.endsWith(answer)));
            if (!isAnswered) {
                unanswered.add(asked[column] + " " + found);
            }
        });

        assertThat(unanswered).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Locator answers) {
        return (List<String>) answers.evaluateAll("all => all.map(one => one.getAttribute('href') ?? one.id)");
    }
}
