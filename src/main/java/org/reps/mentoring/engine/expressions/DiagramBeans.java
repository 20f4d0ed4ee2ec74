package org.reps.mentoring.engine.expressions;

import java.util.Set;

/** What diagrams, decisions and forms can call. A new bean has to be named here before an expression finds it. */
public final class DiagramBeans {

    public static final Set<String> NAMES = Set.of(
            "absenceForms",
            "absences",
            "checkInForms",
            "checkInMeetings",
            "checkIns",
            "concerns",
            "council",
            "covering",
            "dailyRound",
            "digests",
            "feedback",
            "firstCallForms",
            "firstCalls",
            "gone",
            "inactivity",
            "inactivityAnswer",
            "inactivityDecision",
            "inactivityForms",
            "leaving",
            "leavingForms",
            "mailSettings",
            "matching",
            "matchingForms",
            "mentorChange",
            "mentorChangeDecision",
            "mentorChangeForms",
            "mentorChangeMails",
            "mentorChangeRoute",
            "mentorships",
            "missingPeople",
            "myProfile",
            "nomination",
            "onboarding",
            "onboardingCall",
            "onboardingForms",
            "overdueTasks",
            "placement",
            "prerequisite",
            "reachForms",
            "recommendation",
            "resignation",
            "resignationForms",
            "rules",
            "sendMail",
            "tooMuch",
            "tooMuchForms",
            "training",
            "trainingForms",
            "unreachable",
            "updateForms",
            "updates",
            "welcomeBack");

    private DiagramBeans() {}
}
