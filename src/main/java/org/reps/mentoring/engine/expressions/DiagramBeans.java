package org.reps.mentoring.engine.expressions;

import java.util.Set;

/** What diagrams, decisions and forms can call. A new bean has to be named here before an expression finds it. */
public final class DiagramBeans {

    public static final Set<String> NAMES = Set.of(
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
            "unreachable",
            "updates");

    private DiagramBeans() {}
}
