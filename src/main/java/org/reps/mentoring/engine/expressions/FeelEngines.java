package org.reps.mentoring.engine.expressions;

import camundajar.impl.scala.collection.immutable.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.springframework.stereotype.Component;

/** FEEL, in forms and in decisions: both know {@link FeelValues} and nothing else, and call no Java functions. */
@Component
public class FeelEngines extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(ForDecisions::new);
        configuration.setDmnEngineConfiguration(decisions);
    }

    /** A FEEL engine that reaches no further than the one for decisions. */
    public static FeelEngineApi forForms() {
        return FeelEngineBuilder.create()
                .withCustomValueMapper(new FeelValues())
                .withEnabledExternalFunctions(false)
                .build();
    }

    private static final class ForDecisions extends ScalaFeelEngine {

        ForDecisions() {
            super(java.util.List.of());
        }

        /** All there are: what looks into the engine's JSON and XML objects is left out. */
        @Override
        protected List<CustomValueMapper> getValueMappers() {
            return toScalaList(new FeelValues());
        }
    }
}
