package org.reps.mentoring.engine.expressions;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * What an expression can get hold of: {@link DiagramBeans}, and of everything it has in its hands only what is named
 * here. A value tells its content, an object of the programme does what its own class offers, a case and a task hand
 * out and take variables; from none of them a way leads to classes, to the engine's services or to the rest of the
 * application.
 */
final class WithinReach extends ELResolver {

    private static final Set<String> OF_VARIABLES = Set.of(
            "getVariable",
            "getVariableLocal",
            "hasVariable",
            "hasVariableLocal",
            "setVariable",
            "setVariableLocal",
            "removeVariable",
            "removeVariableLocal");

    private static final Set<String> OF_A_CASE = Set.of(
            "getId",
            "getProcessInstanceId",
            "getProcessDefinitionId",
            "getProcessBusinessKey",
            "setProcessBusinessKey",
            "getBusinessKey",
            "getActivityInstanceId",
            "getCurrentActivityId",
            "getCurrentActivityName");

    private static final Set<String> OF_A_TASK = Set.of(
            "getId",
            "getName",
            "getDescription",
            "getTaskDefinitionKey",
            "getProcessInstanceId",
            "getAssignee",
            "getCreateTime",
            "getDueDate",
            "setDueDate",
            "getFollowUpDate",
            "setFollowUpDate",
            "getPriority",
            "setPriority");

    /** Values that can be asked whatever they can tell; of collections what all collections of the kind can. */
    private static final List<Class<?>> VALUES = List.of(
            String.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Short.class,
            Double.class,
            Float.class,
            BigDecimal.class,
            BigInteger.class,
            Date.class,
            DateTime.class,
            Optional.class,
            List.class,
            Set.class,
            Collection.class,
            Map.class,
            Map.Entry.class);

    private final BeanFactory beans;

    WithinReach(BeanFactory beans) {
        this.beans = beans;
    }

    /** A bean is looked for when it is called, as the engine is built before most of them. */
    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            // What stands in a list, a map or an array is its content; everything else is a getter.
            if (!(base instanceof Map || base instanceof List || base.getClass().isArray())) {
                var name = StringUtils.capitalize(property.toString());
                refuseUnless(offers(base, "get" + name, 0) || offers(base, "is" + name, 0), base, property);
            }
        } else if (property.equals(VariableContextElResolver.VAR_CTX_KEY)) {
            // In a decision it would be all the variables there are, as an object of the engine.
            throw new ELException("An expression cannot use " + property + ".");
        } else if (DiagramBeans.NAMES.contains(property)) {
            context.setPropertyResolved(true);
            return beans.getBean(property.toString());
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object @Nullable [] arguments) {
        refuseUnless(offers(base, method.toString(), arguments == null ? 0 : arguments.length), base, method);
        return null;
    }

    private static boolean offers(Object base, String method, int arguments) {
        if (base instanceof DelegateExecution) {
            return OF_VARIABLES.contains(method) || OF_A_CASE.contains(method);
        }
        if (base instanceof DelegateTask) {
            return OF_VARIABLES.contains(method) || OF_A_TASK.contains(method);
        }
        Predicate<Method> wanted = candidate -> candidate.getName().equals(method)
                && candidate.getDeclaringClass() != Object.class
                && (candidate.getParameterCount() == arguments || candidate.isVarArgs());
        var found = typesOf(base)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(wanted)
                .toList();
        // Java also calls what is static through a value: of Integer that would be a look at system properties.
        return !found.isEmpty() && found.stream().noneMatch(candidate -> Modifier.isStatic(candidate.getModifiers()));
    }

    private static Stream<Class<?>> typesOf(Object base) {
        // Without what Spring adds when it puts transactions around a bean.
        var type = ClassUtils.getUserClass(base);
        return isOurs(type) || type.getPackageName().equals("java.time")
                ? Stream.of(type)
                : VALUES.stream().filter(value -> value.isInstance(base));
    }

    private static boolean isOurs(Class<?> type) {
        return (type.getPackageName() + ".").startsWith("org.reps.mentoring.");
    }

    private static void refuseUnless(boolean allowed, Object base, Object member) {
        if (!allowed) {
            throw new ELException("An expression cannot use " + member + " of a "
                    + ClassUtils.getUserClass(base).getSimpleName() + ".");
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
