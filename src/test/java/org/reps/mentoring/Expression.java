package org.reps.mentoring;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** An expression of a diagram, read by the engine's own parser and compared with the classes it will meet. */
final class Expression {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.reps.mentoring");

    /** What diagrams can call: components with a name of their own, and what configurations make. */
    static final Map<String, Class<?>> BEANS = beans();

    private static final Builder JUEL = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final Map<String, ? extends Class<?>> known;
    private final List<String> problems = new ArrayList<>();
    private final Class<?> type;

    /** What the last call yields, which is the outermost one. */
    private Type yields = Object.class;

    /** @param known the types of everything the expression may name; {@code Object} where the code does not tell */
    Expression(String text, Map<String, ? extends Class<?>> known) {
        this.known = known;
        this.type = read(text);
    }

    /** One sentence for each call that will fail. */
    List<String> problems() {
        return problems;
    }

    /** What the expression yields; {@code Object} where the code does not tell. */
    Class<?> type() {
        return type;
    }

    /** What each item is of the list that the expression yields; {@code Object} where the code does not tell. */
    Class<?> itemType() {
        return yields instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> item
                ? item
                : Object.class;
    }

    /** The beans it calls. */
    static Stream<String> calledBeans(String text) {
        return identifiers(JUEL.build(text).getRoot()).filter(BEANS::containsKey);
    }

    /** A part of an expression, as far as it can be told what it stands for. */
    sealed interface Term {}

    record Name(String name) implements Term {}

    record Literal(String text) implements Term {}

    record Call(String owner, String method, List<Term> arguments) implements Term {}

    private record Other() implements Term {}

    /** A variable that is compared with a text. */
    record Comparison(String name, String text) {}

    /** What the whole of it is. */
    static Term term(String text) {
        return term(JUEL.build(text).getRoot());
    }

    /** Every call in it, those in arguments of others too. */
    static Stream<Call> calls(String text) {
        return nodes(JUEL.build(text).getRoot())
                .filter(AstMethod.class::isInstance)
                .map(Expression::term)
                .filter(Call.class::isInstance)
                .map(Call.class::cast);
    }

    static Stream<Comparison> comparisons(String text) {
        return nodes(JUEL.build(text).getRoot())
                .filter(node -> node instanceof AstBinary binary
                        && Set.of(AstBinary.EQ, AstBinary.NE).contains(binary.getOperator()))
                .flatMap(node -> Stream.of(
                        List.of(term(node.getChild(0)), term(node.getChild(1))),
                        List.of(term(node.getChild(1)), term(node.getChild(0)))))
                .filter(sides -> sides.get(0) instanceof Name && sides.get(1) instanceof Literal)
                .map(sides -> new Comparison(((Name) sides.get(0)).name(), ((Literal) sides.get(1)).text()));
    }

    private static Term term(Node node) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return term(node.getChild(0));
        }
        if (node instanceof AstIdentifier identifier) {
            return new Name(identifier.getName());
        }
        if (node instanceof AstString || node instanceof AstText) {
            return new Literal((String) ((AstNode) node).eval(null, null));
        }
        if (node instanceof AstMethod && node.getChild(0) instanceof AstDot dot) {
            var arguments = children(node.getChild(1)).map(Expression::term).toList();
            var owner = dot.getChild(0) instanceof AstIdentifier identifier ? identifier.getName() : "";
            // So an expression names a variable that may be missing.
            return owner.equals("execution")
                            && nameOf(dot).equals("getVariable")
                            && arguments.get(0) instanceof Literal name
                    ? new Name(name.text())
                    : new Call(owner, nameOf(dot), arguments);
        }
        return new Other();
    }

    private static Stream<String> identifiers(Node node) {
        return nodes(node).filter(AstIdentifier.class::isInstance).map(name -> ((AstIdentifier) name).getName());
    }

    private static Stream<Node> nodes(Node node) {
        return Stream.concat(Stream.of(node), children(node).flatMap(Expression::nodes));
    }

    private static Stream<Node> children(Node node) {
        return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild);
    }

    private Class<?> read(String text) {
        try {
            return typeOf(JUEL.build(text).getRoot());
        } catch (TreeBuilderException e) {
            problems.add(e.getMessage());
            return Object.class;
        }
    }

    private Class<?> typeOf(Node node) {
        Class<?> last = Object.class;
        for (var i = 0; i < node.getCardinality(); i++) {
            // The property of a call is a method, not a getter.
            var child = node instanceof AstMethod && i == 0 ? node.getChild(0).getChild(0) : node.getChild(i);
            var childType = typeOf(child);
            if (!(node instanceof AstMethod) || i == 0) {
                last = childType;
            }
        }
        if (node instanceof AstIdentifier name) {
            return known.containsKey(name.getName()) ? known.get(name.getName()) : Object.class;
        }
        if (node instanceof AstMethod) {
            var arguments = node.getChild(1).getCardinality();
            var name = nameOf(node.getChild(0));
            return member(node.getChild(0), last, method -> method.getName().equals(name) && takes(method, arguments));
        }
        if (node instanceof AstDot && !Map.class.isAssignableFrom(last)) {
            var getters =
                    List.of("get" + StringUtils.capitalize(nameOf(node)), "is" + StringUtils.capitalize(nameOf(node)));
            return member(node, last, method -> getters.contains(method.getName()) && takes(method, 0));
        }
        return node instanceof AstEval || node instanceof AstNested ? last : Object.class;
    }

    private Class<?> member(Node dot, Class<?> owner, Predicate<Method> wanted) {
        var call = dot.getChild(0) + " " + dot;
        if (dot.getChild(0) instanceof AstIdentifier name && !known.containsKey(name.getName())) {
            problems.add(call + ": nothing is called " + name.getName());
        }
        if (owner == Object.class) {
            return Object.class;
        }
        if (!Modifier.isPublic(owner.getModifiers())) {
            problems.add(call + ": " + owner.getName() + " is not public");
        }
        var found = Stream.of(owner.getMethods())
                .filter(wanted.and(method -> !method.isBridge()))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(call + ": " + owner.getName() + " has no such public method with so many arguments");
        }
        yields = found.map(Method::getGenericReturnType).orElse(Object.class);
        return found.<Class<?>>map(Method::getReturnType).orElse(Object.class);
    }

    private static boolean takes(Method method, int arguments) {
        return method.isVarArgs() || method.getParameterCount() == arguments;
    }

    /** The parser shows the name of a property only in this way. */
    private static String nameOf(Node dot) {
        return dot.toString().substring(". ".length());
    }

    private static Map<String, Class<?>> beans() {
        var beans = new HashMap<String, Class<?>>();
        for (var javaClass : CLASSES) {
            javaClass
                    .tryGetAnnotationOfType(Component.class)
                    .map(Component::value)
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> beans.put(name, javaClass.reflect()));
            javaClass.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Bean.class))
                    .forEach(method -> beans.put(
                            method.getName(), method.getRawReturnType().reflect()));
        }
        return Map.copyOf(beans);
    }
}
