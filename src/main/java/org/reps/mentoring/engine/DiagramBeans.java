package org.reps.mentoring.engine;

import java.util.Set;

/** What diagrams, decisions and forms can call. A new bean has to be named here before an expression finds it. */
final class DiagramBeans {

    static final Set<String> NAMES = Set.of(
            "absences",
            "checkIns",
            "concerns",
            "council",
            "dailyRound",
            "digests",
            "feedback",
            "inactivity",
            "mailSettings",
            "matching",
            "mentorChange",
            "mentorChangeDecision",
            "mentorships",
            "onboarding",
            "overdueTasks",
            "resignation",
            "rules",
            "sendMail",
            "training",
            "updates");

    private DiagramBeans() {}
}
