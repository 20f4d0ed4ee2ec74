package org.reps.mentoring.engine.expressions;

import camundajar.impl.scala.Function1;
import camundajar.impl.scala.Option;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.Val;
import org.jspecify.annotations.Nullable;

/**
 * What a FEEL expression can get hold of: texts, numbers, booleans, dates, lists and maps of these, and the components
 * of the programme's own records. FEEL alone would make of anything else an object whose methods it calls, and from
 * there a way leads to classes and out of the application.
 */
final class FeelValues extends JavaValueMapper {

    /** As they are, without their subclasses. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Boolean.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class);

    @Override
    public Option<Val> toVal(@Nullable Object value, Function1<Object, Val> inner) {
        if (value instanceof Collection<?> items && !(value instanceof List)) {
            return Option.apply(inner.apply(new ArrayList<>(items)));
        }
        if (value instanceof Record ours && isOurs(value)) {
            return Option.apply(inner.apply(components(ours)));
        }
        if (value != null && !isKnown(value)) {
            throw new IllegalArgumentException("An expression cannot use a "
                    + value.getClass().getSimpleName()
                    + ". It knows texts, numbers, yes and no, dates, and lists and maps of them.");
        }
        // What is left is for the mapper that comes with FEEL.
        return Option.empty();
    }

    private static boolean isKnown(Object value) {
        return value instanceof Val
                || PLAIN.contains(value.getClass())
                || isOfJava(value)
                || value instanceof Option
                || (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance))
                || value instanceof List
                || (value instanceof Enum && isOurs(value));
    }

    private static boolean isOfJava(Object value) {
        return value instanceof Date
                || ((value instanceof Temporal || value instanceof TemporalAmount)
                        && value.getClass().getPackageName().equals("java.time"));
    }

    private static boolean isOurs(Object value) {
        return (value.getClass().getPackageName() + ".").startsWith("org.reps.mentoring.");
    }

    private static Map<String, @Nullable Object> components(Record ours) {
        var components = new HashMap<String, @Nullable Object>();
        try {
            for (var component : ours.getClass().getRecordComponents()) {
                var accessor = component.getAccessor();
                // Most of them are no concern of other packages.
                accessor.setAccessible(true);
                components.put(component.getName(), accessor.invoke(ours));
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
        return components;
    }
}
