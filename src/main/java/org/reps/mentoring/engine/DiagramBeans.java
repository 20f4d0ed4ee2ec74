package org.reps.mentoring.engine;

import java.util.Set;

/** What diagrams, decisions and forms can call. A new bean has to be named here before an expression finds it. */
final class DiagramBeans {

    static final Set<String> NAMES = Set.of(
            "checkIns",
            "concerns",
            "council",
            "feedback",
            "inactivity",
            "matching",
            "mentorChange",
            "mentorships",
            "onboarding",
            "rules",
            "sendMail");

    private DiagramBeans() {}
}
