package org.reps.mentoring.engine.expressions;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;

/**
 * What would make more work of a FEEL expression than its length and the lists it is given say: FEEL itself knows no
 * end, and a few letters can keep a thread busy for years. What is left goes through lists twice at most, and grows no
 * value more than that.
 */
public final class FeelWork {

    /** Lists within lists, or one after the other: which of them it is does not matter. */
    private static final int MOST_ROUNDS = 2;

    /** What the loop around it has made so far: each round could make twice as much of it. */
    private static final String SO_FAR = "partial";

    /** Makes more of a list than was in it. */
    private static final String JOIN = "string join";

    /**
     * Their results are no larger than what they are given. Not among them: regular expressions, which may try for
     * ever, what makes numbers of a text, which may have billions of digits, and what repeats.
     */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "is defined",
            "get or else",
            "contains",
            "starts with",
            "ends with",
            "upper case",
            "lower case",
            "string",
            "string length",
            "substring",
            "substring before",
            "substring after",
            "trim",
            "is blank",
            "is empty",
            "count",
            "min",
            "max",
            "sum",
            "mean",
            "all",
            "any",
            "list contains",
            "index of",
            "append",
            "concatenate",
            "insert before",
            "remove",
            "sublist",
            "reverse",
            "union",
            "distinct values",
            "flatten",
            "get value",
            "get entries",
            "date",
            "time",
            "date and time",
            "duration",
            "years and months duration",
            "day of week",
            "day of year",
            "month of year",
            "week of year",
            "last day of month",
            "now",
            "today",
            "abs",
            "floor",
            "ceiling",
            "before",
            "after",
            "includes",
            "during",
            JOIN);

    private final Set<String> entriesAbove = new HashSet<>();
    private int rounds;
    private @Nullable String problem;

    private FeelWork() {}

    /** What is too much about it, as it goes on after "which"; empty when nothing is. */
    public static Optional<String> problemOf(Exp expression) {
        var work = new FeelWork();
        work.look(expression);
        return Optional.ofNullable(work.problem);
    }

    private void look(Object part) {
        judge(part);
        if (part instanceof ConstContext context) {
            lookAtEntries(context);
        } else if (part instanceof Iterable<?> parts) {
            parts.iterator().foreach(this::lookOn);
        } else if (part instanceof Product parts) {
            parts.productIterator().foreach(this::lookOn);
        }
    }

    private @Nullable Object lookOn(Object part) {
        look(part);
        return null;
    }

    /** Each of them sees those before it. */
    private void lookAtEntries(ConstContext context) {
        var added = new HashSet<String>();
        context.entries().iterator().foreach(entry -> {
            look(entry._2());
            if (entriesAbove.add(entry._1())) {
                added.add(entry._1());
            }
            return null;
        });
        entriesAbove.removeAll(added);
    }

    private void judge(Object part) {
        if (part instanceof For loop) {
            count(loop.iterators().size());
        } else if (part instanceof SomeItem some) {
            count(some.iterators().size());
        } else if (part instanceof EveryItem every) {
            count(every.iterators().size());
        } else if (part instanceof Filter filter && !isNumber(filter.filter())) {
            count(1);
        } else if (part instanceof IterationContext) {
            found("goes through a range of numbers");
        } else if (part instanceof FunctionDefinition || part instanceof QualifiedFunctionInvocation) {
            found("has a function of its own");
        } else if (part instanceof Exponentiation) {
            found("raises something to a power");
        } else if (part instanceof FunctionInvocation call) {
            judge(call.function());
        } else if (part instanceof Ref name && name.names().head().equals(SO_FAR)) {
            found("uses what a loop has made so far (" + SO_FAR + ")");
        } else if (part instanceof Ref name
                && entriesAbove.contains(name.names().head())) {
            found("uses one entry of a context in another (" + name.names().head() + ")");
        }
    }

    private void judge(String function) {
        if (!FUNCTIONS.contains(function)) {
            found("uses the function \"" + function + "\"");
        } else if (function.equals(JOIN)) {
            count(1);
        }
    }

    private void found(String first) {
        problem = problem == null ? first : problem;
    }

    private void count(int more) {
        rounds += more;
        if (rounds > MOST_ROUNDS) {
            found("goes through lists more than twice");
        }
    }

    private static boolean isNumber(Exp filter) {
        return filter instanceof ConstNumber
                || (filter instanceof ArithmeticNegation negated && negated.x() instanceof ConstNumber);
    }
}
