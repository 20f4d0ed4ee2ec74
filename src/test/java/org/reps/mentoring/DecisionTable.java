package org.reps.mentoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** A decision table of the programme, evaluated as the process engine does, but without one. */
public final class DecisionTable {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final DmnDecision decision;

    private DecisionTable(DmnDecision decision) {
        this.decision = decision;
    }

    /** The table in {@code bpmn/<key>.dmn}. */
    public static DecisionTable of(String key) {
        return of(key, read(key));
    }

    /** The same, of which not only the first rule that fits decides. */
    public static DecisionTable ofAllRules(String key) {
        return of(key, read(key).replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""));
    }

    private static DecisionTable of(String key, String content) {
        return new DecisionTable(
                ENGINE.parseDecision(key, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    }

    private static String read(String key) {
        try {
            return Files.readString(Path.of("bpmn", key + ".dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one thing that it decides, given names of inputs and their values in turn.
     *
     * @throws RuntimeException where more rules fit than may
     */
    public <T> T single(Object... namesAndValues) {
        return evaluated(namesAndValues).getSingleEntry();
    }

    /** What each rule says that fits, in their order. */
    public <T> List<T> each(Object... namesAndValues) {
        return evaluated(namesAndValues).stream()
                .map(rule -> rule.<T>getSingleEntry())
                .toList();
    }

    private DmnDecisionTableResult evaluated(Object... namesAndValues) {
        var values = new HashMap<String, Object>();
        for (var input = List.of(namesAndValues); !input.isEmpty(); input = input.subList(2, input.size())) {
            values.put((String) input.get(0), input.get(1));
        }
        return ENGINE.evaluateDecisionTable(decision, values);
    }
}
