package org.reps.mentoring.engine;

/** The order in which things are set up when the engine starts. */
final class EngineStart {

    static final int DEPLOYMENT = 1;
    static final int AUTHORIZATIONS = 2;
    static final int FILTERS = 3;
    static final int OPERATOR = 4;

    private EngineStart() {}
}
