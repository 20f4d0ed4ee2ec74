package org.reps.mentoring.engine.written;

import static java.util.stream.Collectors.toSet;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** An expression, read by the engine's own parser and compared with the classes it will meet. */
public final class Juel {

    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private static final Set<String> READING =
            Set.of("getVariable", "getVariableLocal", "hasVariable", "hasVariableLocal");

    private static final Set<String> WRITING = Set.of("setVariable", "setVariableLocal");

    /** A variable that is compared with a text. */
    public record Comparison(String variable, String text, boolean isEqual) {}

    private final String text;
    private final List<String> problems = new ArrayList<>();
    private final @Nullable Node root;
    private Type yields = Object.class;

    public Juel(String text) {
        this.text = text;
        this.root = parse();
    }

    public static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private @Nullable Node parse() {
        try {
            return PARSER.build(text).getRoot();
        } catch (TreeBuilderException e) {
            problems.add("has the expression " + text + ", which cannot be read at position " + e.getPosition()
                    + ": there is " + e.getEncountered() + " and should be " + e.getExpected() + ".");
            return null;
        }
    }

    @Override
    public String toString() {
        return text.strip();
    }

    /** What cannot be read, as it goes on after the name of an element. */
    public List<String> problems() {
        return problems;
    }

    /**
     * What its calls will not find, in the same way.
     *
     * @param known the types of what it may name
     */
    public List<String> problemsWith(Map<String, ? extends Class<?>> known) {
        var found = new ArrayList<String>();
        if (root != null) {
            typeOf(root, known, found);
        }
        return found;
    }

    /** What it yields; {@code Object} where the code does not tell. */
    public Class<?> type(Map<String, ? extends Class<?>> known) {
        return root == null ? Object.class : typeOf(root, known, new ArrayList<>());
    }

    /** What each item is of the list that it yields; {@code Object} where the code does not tell. */
    public Class<?> itemType(Map<String, ? extends Class<?>> known) {
        yields = Object.class;
        type(known);
        return yields instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> item
                ? item
                : Object.class;
    }

    /** The variables and beans it names, those too that may be missing. */
    public Set<String> reads() {
        return Stream.concat(
                        nodes().filter(AstIdentifier.class::isInstance).map(node -> ((AstIdentifier) node).getName()),
                        namedIn(READING))
                .collect(toSet());
    }

    /** The variables and beans of which it calls or asks something. */
    public Set<String> owners() {
        return nodes().filter(AstDot.class::isInstance)
                .map(dot -> dot.getChild(0))
                .filter(AstIdentifier.class::isInstance)
                .map(node -> ((AstIdentifier) node).getName())
                .collect(toSet());
    }

    /** The variables that it sets by name. */
    public Set<String> writes() {
        return namedIn(WRITING).collect(toSet());
    }

    public Stream<Comparison> comparisons() {
        return nodes().filter(AstBinary.class::isInstance)
                .map(AstBinary.class::cast)
                .filter(binary -> Set.of(AstBinary.EQ, AstBinary.NE).contains(binary.getOperator()))
                .flatMap(binary -> Stream.of(
                        comparison(binary, binary.getChild(0), binary.getChild(1)),
                        comparison(binary, binary.getChild(1), binary.getChild(0))))
                .flatMap(Stream::ofNullable);
    }

    /**
     * The comparisons of which one has to hold for the whole to hold, where it is nothing else.
     *
     * @return empty where it is something else
     */
    public List<Comparison> alternatives() {
        var found = comparisons().toList();
        var only = nodes().allMatch(node -> node instanceof AstBinary binary
                ? Set.of(AstBinary.EQ, AstBinary.NE, AstBinary.OR).contains(binary.getOperator())
                : node instanceof AstIdentifier
                        || node instanceof AstString
                        || node instanceof AstEval
                        || node instanceof AstNested);
        return only ? found : List.of();
    }

    private static @Nullable Comparison comparison(AstBinary binary, Node name, Node text) {
        return name instanceof AstIdentifier variable && text instanceof AstString
                ? new Comparison(variable.getName(), textOf(text), binary.getOperator() == AstBinary.EQ)
                : null;
    }

    private Stream<String> namedIn(Set<String> methods) {
        return nodes().filter(AstMethod.class::isInstance)
                .filter(call -> call.getChild(0) instanceof AstDot dot && methods.contains(nameOf(dot)))
                .map(call -> call.getChild(1))
                .filter(arguments -> arguments.getCardinality() > 0 && arguments.getChild(0) instanceof AstString)
                .map(arguments -> textOf(arguments.getChild(0)));
    }

    private static String textOf(Node node) {
        return String.valueOf(((AstString) node).eval(null, null));
    }

    private Stream<Node> nodes() {
        return root == null ? Stream.of() : nodes(root);
    }

    private static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(Juel::nodes));
    }

    private static Stream<Node> children(Node node) {
        return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild);
    }

    // --- the classes it meets

    private Class<?> typeOf(Node node, Map<String, ? extends Class<?>> known, List<String> found) {
        Class<?> last = Object.class;
        for (var i = 0; i < node.getCardinality(); i++) {
            // The property of a call is a method, not a getter.
            var isCalled = node instanceof AstMethod && i == 0;
            var child = isCalled ? node.getChild(0).getChild(0) : node.getChild(i);
            var type = typeOf(child, known, found);
            if (!(node instanceof AstMethod) || isCalled) {
                last = type;
            }
        }
        if (node instanceof AstIdentifier name) {
            var type = known.get(name.getName());
            return type == null ? Object.class : type;
        }
        if (node instanceof AstMethod && node.getChild(0) instanceof AstDot) {
            var name = nameOf(node.getChild(0));
            var arguments = node.getChild(1).getCardinality();
            return called(last, name, arguments, node.getChild(0), found);
        }
        if (node instanceof AstDot && !Map.class.isAssignableFrom(last)) {
            return property(last, node, found);
        }
        return node instanceof AstEval || node instanceof AstNested ? last : Object.class;
    }

    private Class<?> called(Class<?> owner, String name, int arguments, Node dot, List<String> found) {
        if (owner == Object.class) {
            yields = Object.class;
            return Object.class;
        }
        var method = methods(owner)
                .filter(one -> one.getName().equals(name) && takes(one, arguments))
                .findFirst();
        if (method.isEmpty()) {
            found.add(notCallable(owner, name, arguments, dot));
        }
        return yielded(method.stream().toList());
    }

    private String notCallable(Class<?> owner, String name, int arguments, Node dot) {
        var call = dot.getChild(0) + "." + name + "(…)";
        var counts = methods(owner)
                .filter(one -> one.getName().equals(name))
                .map(Method::getParameterCount)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toList();
        return counts.isEmpty()
                ? "calls " + call + " in " + text + ", and there is no \"" + name + "\" in "
                        + dot.getChild(0) + "."
                        + Near.hint(name, methods(owner).map(Method::getName).collect(toSet()))
                : "calls " + call + " in " + text + " with " + values(arguments) + ", and it takes "
                        + String.join(" or ", counts) + ".";
    }

    private static String values(int arguments) {
        return arguments == 0 ? "no values" : arguments == 1 ? "1 value" : arguments + " values";
    }

    private Class<?> property(Class<?> owner, Node dot, List<String> found) {
        if (owner == Object.class) {
            return Object.class;
        }
        var name = nameOf(dot);
        var getters = List.of("get" + StringUtils.capitalize(name), "is" + StringUtils.capitalize(name));
        var getter = methods(owner)
                .filter(one -> getters.contains(one.getName()) && one.getParameterCount() == 0)
                .findFirst();
        if (getter.isEmpty()) {
            var isCall = methods(owner).anyMatch(one -> one.getName().equals(name));
            found.add("asks for " + dot.getChild(0) + "." + name + " in " + text + ", and there is no such value."
                    + (isCall
                            ? " Please write " + name + "(…), as it is called."
                            : Near.hint(
                                    name, methods(owner).map(Method::getName).collect(toSet()))));
        }
        return yielded(getter.stream().toList());
    }

    private Class<?> yielded(List<Method> method) {
        yields = method.isEmpty() ? Object.class : method.get(0).getGenericReturnType();
        return method.isEmpty() ? Object.class : method.get(0).getReturnType();
    }

    private static Stream<Method> methods(Class<?> owner) {
        Predicate<Method> isOfAll = method -> method.getDeclaringClass() == Object.class;
        return Modifier.isPublic(owner.getModifiers())
                ? Arrays.stream(owner.getMethods())
                        .filter(isOfAll.or(Method::isBridge).negate())
                : Stream.of();
    }

    private static boolean takes(Method method, int arguments) {
        return method.isVarArgs()
                ? arguments >= method.getParameterCount() - 1
                : method.getParameterCount() == arguments;
    }

    /** The parser shows the name of a property only in this way. */
    private static String nameOf(Node dot) {
        return dot.toString().substring(". ".length());
    }
}
