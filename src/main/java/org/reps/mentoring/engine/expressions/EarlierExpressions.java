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
        moved("checkIns", "checkInMeetings", "arrange", "invite", "meetingDay", "noteMeeting", "hasMissedTwice");
        moved("checkIns", "checkInMeetings", "isMeetingAhead", "coverOptions", "cover", "tellCovered", "tellDropped");
        moved("checkIns", "checkInMeetings", "cancelMeeting");
        moved("checkIns", "checkInForms", "progress", "agreed", "lastYear");
        moved("inactivity", "inactivityAnswer", "handedOver");
        moved("inactivity", "inactivityDecision", "whoDecides", "decide");
        moved("inactivity", "inactivityForms", "noticed", "menteeOptions", "evidence");
        moved("inactivityAnswer", "tooMuch", "handedOver");
        moved("inactivityForms", "tooMuchForms", "menteeOptions");
        moved("matching", "matchingForms", "options", "ranking", "answers", "menteeProfile", "mentorProfile");
        moved("mentorChange", "mentorChangeForms", "wish", "wishedMentor", "category", "reason");
        moved("mentorChange", "mentorChangeMails", "tellWithdrawn", "tellNobodyElse", "handOver");
        moved("mentorChange", "mentorChangeRoute", "source", "isWish", "wishedRoute", "monthsLeft", "mentorStatus");
        moved("mentorChangeDecision", "mentorChangeForms", "decided", "news");
        moved("mentorChangeDecision", "mentorChangeMails", "tellDecision");
        moved("onboarding", "onboardingForms", "progress");
        moved("resignation", "placement", "isAnybodyLeft", "leaveOpen");
        moved("resignation", "recommendation", "successorFor");
        moved("resignation", "resignationForms", "said", "toRecommend", "menteeOptions", "successorOptions");
        moved("resignation", "resignationForms", "reason", "recommendations", "placed", "placements");
        moved("training", "trainingForms", "applicant", "others", "reported", "answerForRep");
        moved("training", "onboardingCall", "host", "tellClosed");
        moved("training", "prerequisite", "tellNotYet");
        moved("updates", "updateForms", "title", "text", "news");

        said("absences.shown(", "absenceForms.absence(");
        said("absences.noteCoverAnswer(", "covering.noteAnswer(");
        said("absences.noteCannotCover(", "covering.noteCannot(");
        said("absences.isCoverLost(", "covering.isLost(");
        said("absences.tellCoverLost(", "covering.tellLost(");
        said("absences.tellBackTomorrow(absenceId)", "absences.tell(absenceId, 'absence-ends-tomorrow')");
        said("checkIns.remind(checkInId)", "checkIns.remindHost(checkInId, 'check-in-reminder')");
        said("checkIns.remindToConfirm(checkInId)", "checkIns.remindMentee(checkInId, 'check-in-confirm-reminder')");
        said("inactivity.noteAnswer(", "inactivityAnswer.note(");
        said("inactivity.noteActive(", "inactivity.settle(");
        said("inactivity.settleUnasked(", "inactivity.settle(");
        said("inactivity.remind(mentorId)", "inactivity.remind(mentorId, 'mentor-inactivity-reminder')");
        said("inactivity.tellInactive(mentorId)", "inactivity.tell(mentorId, 'mentor-inactive')");
        said(
                "matching.remindOfProposal(menteeId, mentorId)",
                "matching.remindMentee(menteeId, mentorId, 'proposal-reminder')");
        said(
                "matching.tellNotChosen(mentorId, menteeId)",
                "matching.tellMentor(menteeId, mentorId, 'mentor-not-chosen')");
        said(
                "matching.tellPlaceTaken(menteeId, mentorId)",
                "matching.tellBoth(menteeId, mentorId, 'place-taken-mentee', 'place-taken-mentor')");
        said("mentorChange.tellNotAgreed(changeId)", "mentorChangeMails.tellMentee(changeId, 'change-not-agreed')");
        said("mentorChange.tellMentorBefore(changeId)", "mentorChangeMails.tellMentor(changeId, 'mentorship-over')");
        said(
                "onboarding.remindOfCall(menteeId, mentorshipId)",
                "onboarding.remindMentor(menteeId, mentorshipId, 'orientation-call-reminder')");
        said(
                "onboarding.remindOfFirstSteps(menteeId, mentorshipId)",
                "onboarding.remindMentee(menteeId, mentorshipId, 'first-steps-reminder')");
        said(
                "onboarding.tellClosed(menteeId, mentorshipId)",
                "onboarding.tellBoth(menteeId, mentorshipId, 'onboarding-closed-mentee', 'onboarding-closed-mentor')");
        said(
                "onboarding.tellOnboarded(menteeId, mentorshipId)",
                "onboarding.tellBoth(menteeId, mentorshipId, 'rep-onboarded-mentee', 'rep-onboarded-mentor')");
        said("resignation.remind(resignationId)", "resignation.remind(resignationId, 'resignation-reminder')");
        said("resignation.recommend(", "recommendation.note(");
        said("resignation.isRecommendationMissing(", "recommendation.isMissing(");
        said("recommendation.isMissing(resignationId)", "!resignationForms.menteeOptions(resignationId).isEmpty()");
        said("resignation.toPlace(", "placement.left(");
        said("training.isPrerequisiteMet(", "prerequisite.isMet(");
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
        said(
                "welcomeBack.letBack(personId)",
                "welcomeBack.hasAccount(personId) ? welcomeBack.makeRepAgain(personId) : welcomeBack.expect(personId)");
        said(
                "welcomeBack.tell(personId, startedBy)",
                "welcomeBack.hasAccount(personId) ? welcomeBack.tellBack(personId)"
                        + " : welcomeBack.tellAccountNeeded(personId, startedBy)");
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
