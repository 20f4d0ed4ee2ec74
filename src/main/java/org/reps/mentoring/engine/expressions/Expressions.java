package org.reps.mentoring.engine.expressions;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * Gives expressions {@link WithinReach} instead of the whole application: whoever may draw a diagram is not thereby an
 * operator of the machine it runs on.
 */
@Component
class Expressions extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;

    Expressions(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new JuelExpressionManager() {
            @Override
            public Expression createExpression(String expression) {
                return super.createExpression(EarlierExpressions.now(expression));
            }

            @Override
            protected ELResolver createElResolver() {
                return resolver();
            }
        });
    }

    private ELResolver resolver() {
        var resolver = new CompositeELResolver();
        // First: it refuses, and nobody replaces a bean by sending a variable of the same name.
        resolver.add(new WithinReach(beans));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ArrayELResolver(true));
        resolver.add(new ListELResolver(true));
        resolver.add(new MapELResolver(true));
        resolver.add(new BeanELResolver(true));
        return resolver;
    }
}
