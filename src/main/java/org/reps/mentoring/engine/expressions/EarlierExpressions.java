package org.reps.mentoring.engine.expressions;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the diagrams of the last release call by another name. A running case finishes on the version it began with, so
 * its calls are led to where they are answered now. With the next release this is written anew: what nobody can call
 * any more goes.
 */
final class EarlierExpressions {

    private static final Map<String, String> NOW = new LinkedHashMap<>();

    static {
        moved("absences", "absenceForms", "coverOptions", "menteeOptions");
        moved("absences", "covering", "noteChoice");
        moved("resignation", "placement", "isAnybodyLeft", "leaveOpen");
        moved("resignation", "recommendation", "successorFor");
        moved("resignation", "resignationForms", "said", "toRecommend", "menteeOptions", "successorOptions");
        moved("resignation", "resignationForms", "reason", "recommendations", "placed", "placements");
        moved("training", "trainingForms", "applicant", "others", "reported", "answerForRep");
        moved("training", "onboardingCall", "host", "tellClosed");

        said("training.noteNomination(", "nomination.note(");
        said("training.remindOfNomination(", "nomination.remind(");
        said("training.tellNominator(", "nomination.tellWhoNominated(");
        said("training.isNominated(", "nomination.isOne(");
        said("training.arranged(", "trainingForms.call(");
        said("training.arrangeCall(", "onboardingCall.arrange(");
        said("training.inviteToCall(", "onboardingCall.invite(");
        said("training.callDay(", "onboardingCall.day(");
        said("training.noteCall(", "onboardingCall.note(");
        said("training.tellHowItWorks(trainingId)", "training.tell(trainingId, 'training-begun')");
        said("training.remind(trainingId)", "training.remind(trainingId, 'training-reminder')");
        said("training.tellGoesOn(trainingId)", "training.tell(trainingId, 'training-goes-on')");
        said("training.tellNotAccepted(trainingId)", "training.tell(trainingId, 'training-not-accepted')");
        said("training.tellAccepted(trainingId)", "training.tell(trainingId, 'training-accepted')");
        said("training.remindToSetUp(trainingId)", "training.remind(trainingId, 'mentor-set-up-reminder')");
        said("training.welcome(trainingId)", "training.tell(trainingId, 'mentor-welcome')");
        said("absences.shown(", "absenceForms.absence(");
        said("absences.noteCoverAnswer(", "covering.noteAnswer(");
        said("absences.noteCannotCover(", "covering.noteCannot(");
        said("absences.isCoverLost(", "covering.isLost(");
        said("absences.tellCoverLost(", "covering.tellLost(");
        said("absences.tellBackTomorrow(absenceId)", "absences.tell(absenceId, 'absence-ends-tomorrow')");
        said("resignation.remind(resignationId)", "resignation.remind(resignationId, 'resignation-reminder')");
        said("resignation.recommend(", "recommendation.note(");
        said("resignation.isRecommendationMissing(", "recommendation.isMissing(");
        said("resignation.toPlace(", "placement.left(");
    }

    private EarlierExpressions() {}

    /** The expression as it is said now; one that is said like this now stays as it is. */
    static String now(String expression) {
        var now = expression;
        for (var earlier : NOW.entrySet()) {
            now = now.replace(earlier.getKey(), earlier.getValue());
        }
        return now;
    }

    private static void moved(String from, String to, String... methods) {
        for (var method : methods) {
            said(from + "." + method + "(", to + "." + method + "(");
        }
    }

    private static void said(String earlier, String now) {
        NOW.put(earlier, now);
    }
}
