package org.reps.mentoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.tools.ToolProvider;
import org.reps.mentoring.rules.Choice;

/**
 * Which texts the code behind the diagrams asks for and yields, read from the source by the compiler. A test that
 * called the steps instead could not tell what else they would have done.
 */
final class StepCode {

    /** The code of the application. */
    static final StepCode OF_APPLICATION = new StepCode(Path.of("src/main/java"));

    private final Trees trees;
    private final Map<ExecutableElement, TreePath> methods = new LinkedHashMap<>();
    private final Map<String, Set<String>> variables = new HashMap<>();
    private final Map<List<Object>, Knowledge> known = new HashMap<>();
    private final List<String> silentDefaults = new ArrayList<>();

    StepCode(Path folder) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var sources = Files.walk(folder);
                var files = compiler.getStandardFileManager(null, null, UTF_8)) {
            var java = files.getJavaFileObjectsFromPaths(
                    sources.filter(path -> path.toString().endsWith(".java")).toList());
            var task = (JavacTask)
                    compiler.getTask(Writer.nullWriter(), files, ignored -> {}, List.of("-proc:none"), null, java);
            trees = Trees.instance(task);
            var units = task.parse();
            task.analyze();
            units.forEach(unit -> new Overview().scan(new TreePath(unit), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a method knows about one of its parameters.
     *
     * @param asked the texts it compares the parameter with
     * @param named the texts that stand for constants of an enumeration it makes of the parameter
     */
    record Knowledge(Set<String> asked, Set<String> named) {

        Set<String> all() {
            var all = new TreeSet<>(asked);
            all.addAll(named);
            return all;
        }
    }

    Knowledge about(Class<?> owner, String method, int arguments, int parameter) {
        return known.computeIfAbsent(List.of(owner, method, arguments, parameter), first -> {
            var knowledge = new Knowledge(new TreeSet<>(), new TreeSet<>());
            methods(owner, method, arguments).forEach(path -> ask(path, parameter, knowledge, new HashSet<>()));
            return knowledge;
        });
    }

    /** The texts a method returns, or offers as options, as far as the code names them. */
    Set<String> yieldedBy(Class<?> owner, String method, int arguments) {
        var yielded = new TreeSet<String>();
        methods(owner, method, arguments).forEach(path -> new Results(yielded).scan(path, null));
        return yielded;
    }

    /** The texts that code sets this variable to. */
    Set<String> setAs(String variable) {
        return variables.getOrDefault(variable, Set.of());
    }

    /** Where something that diagrams call passes over a text it does not know without a word. */
    List<String> silentDefaults() {
        return silentDefaults;
    }

    private Stream<TreePath> methods(Class<?> owner, String name, int arguments) {
        return methods.entrySet().stream()
                .filter(method -> method.getKey().getSimpleName().contentEquals(name)
                        && method.getKey().getParameters().size() == arguments
                        && ((TypeElement) method.getKey().getEnclosingElement())
                                .getQualifiedName()
                                .contentEquals(owner.getName()))
                .map(Map.Entry::getValue);
    }

    private void ask(TreePath method, int parameter, Knowledge knowledge, Set<Element> seen) {
        var variable = ((MethodTree) method.getLeaf()).getParameters().get(parameter);
        var element = trees.getElement(new TreePath(method, variable));
        if (seen.add(element)) {
            new Questions(element, knowledge, seen).scan(method, null);
        }
    }

    private String constant(TreePath parent, Tree tree) {
        if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return text;
        }
        return trees.getElement(new TreePath(parent, tree)) instanceof VariableElement variable
                        && variable.getConstantValue() instanceof String text
                ? text
                : null;
    }

    private static Set<String> textsOf(Element enumeration) {
        return enumeration.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .collect(toCollection(TreeSet::new));
    }

    /** What an expression can be: a constant, one of two, or the name of a constant of an enumeration. */
    private Set<String> values(TreePath parent, Tree tree) {
        var path = new TreePath(parent, tree);
        if (tree instanceof ParenthesizedTree inner) {
            return values(path, inner.getExpression());
        }
        if (tree instanceof ConditionalExpressionTree either) {
            var both = new TreeSet<>(values(path, either.getTrueExpression()));
            both.addAll(values(path, either.getFalseExpression()));
            return both;
        }
        if (tree instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select) {
            var selected = new TreePath(path, select);
            var type = trees.getTypeMirror(new TreePath(selected, select.getExpression()));
            return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM
                    ? textsOf(declared.asElement())
                    : values(selected, select.getExpression());
        }
        var text = constant(parent, tree);
        return text == null ? Set.of() : Set.of(text);
    }

    private final class Overview extends TreePathScanner<Void, Void> {

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            methods.put((ExecutableElement) trees.getElement(getCurrentPath()), getCurrentPath());
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var arguments = call.getArguments();
            if (arguments.size() == 2
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("setVariable")) {
                var name = constant(getCurrentPath(), arguments.get(0));
                variables
                        .computeIfAbsent(name, first -> new TreeSet<>())
                        .addAll(values(getCurrentPath(), arguments.get(1)));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitSwitch(SwitchTree choice, Void nothing) {
            choice.getCases().stream()
                    .filter(one -> isCalledByDiagrams() && one.getExpressions().isEmpty() && saysNothing(one))
                    .forEach(one -> silentDefaults.add(getCurrentPath()
                                    .getCompilationUnit()
                                    .getSourceFile()
                                    .getName() + ": " + choice));
            return super.visitSwitch(choice, nothing);
        }

        private boolean isCalledByDiagrams() {
            var file = getCurrentPath().getCompilationUnit().getSourceFile().getName();
            return Expression.BEANS.values().stream()
                    .anyMatch(bean -> file.endsWith(bean.getName().replace('.', '/') + ".java"));
        }

        private static boolean saysNothing(CaseTree one) {
            return one.getBody() == null
                    ? one.getStatements().stream().allMatch(statement -> statement.getKind() == Tree.Kind.BREAK)
                    : one.getBody() instanceof BlockTree block
                            && block.getStatements().isEmpty();
        }
    }

    private final class Questions extends TreePathScanner<Void, Void> {

        private final Element parameter;
        private final Knowledge knowledge;
        private final Set<Element> seen;

        Questions(Element parameter, Knowledge knowledge, Set<Element> seen) {
            this.parameter = parameter;
            this.knowledge = knowledge;
            this.seen = seen;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var method = trees.getElement(new TreePath(getCurrentPath(), call.getMethodSelect()));
            var owner = (TypeElement) method.getEnclosingElement();
            var arguments = call.getArguments();
            if (method.getSimpleName().contentEquals("equals")
                    && call.getMethodSelect() instanceof MemberSelectTree select) {
                compare(select.getExpression(), arguments.get(0));
                compare(arguments.get(0), select.getExpression());
            } else if (owner.getQualifiedName().contentEquals(Choice.class.getName())) {
                arguments.stream().skip(1).forEach(wanted -> compare(arguments.get(0), wanted));
            } else if (owner.getKind() == ElementKind.ENUM && arguments.size() == 1 && mentions(arguments.get(0))) {
                knowledge.named().addAll(textsOf(owner));
            } else if (methods.containsKey(method)) {
                for (var i = 0; i < arguments.size(); i++) {
                    if (isAsked(arguments.get(i)) && !((ExecutableElement) method).isVarArgs()) {
                        ask(methods.get(method), i, knowledge, seen);
                    }
                }
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitSwitch(SwitchTree choice, Void nothing) {
            decide(choice.getExpression(), choice.getCases());
            return super.visitSwitch(choice, nothing);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree choice, Void nothing) {
            decide(choice.getExpression(), choice.getCases());
            return super.visitSwitchExpression(choice, nothing);
        }

        private void decide(ExpressionTree on, List<? extends CaseTree> cases) {
            cases.stream().flatMap(one -> one.getExpressions().stream()).forEach(label -> compare(on, label));
        }

        private void compare(Tree asked, Tree wanted) {
            var text = constant(getCurrentPath(), wanted);
            if (text != null && isAsked(asked)) {
                knowledge.asked().add(text);
            }
        }

        private boolean isAsked(Tree tree) {
            return tree instanceof ParenthesizedTree inner
                    ? isAsked(inner.getExpression())
                    : parameter.equals(trees.getElement(new TreePath(getCurrentPath(), tree)));
        }

        /** Whether the parameter, perhaps in other letters, becomes this argument. */
        private boolean mentions(Tree tree) {
            return isAsked(tree)
                    || (tree instanceof MethodInvocationTree call
                            && call.getMethodSelect() instanceof MemberSelectTree select
                            && mentions(select.getExpression()));
        }
    }

    private final class Results extends TreePathScanner<Void, Void> {

        private final Set<String> yielded;

        Results(Set<String> yielded) {
            this.yielded = yielded;
        }

        @Override
        public Void visitReturn(ReturnTree result, Void nothing) {
            if (result.getExpression() != null) {
                yielded.addAll(values(getCurrentPath(), result.getExpression()));
            }
            return super.visitReturn(result, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (made.getIdentifier().toString().equals("Option")) {
                yielded.addAll(values(getCurrentPath(), made.getArguments().get(1)));
            }
            return super.visitNewClass(made, nothing);
        }

        /** What is returned inside is not the result of the method. */
        @Override
        public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
            return null;
        }

        @Override
        public Void visitClass(ClassTree inner, Void nothing) {
            return null;
        }
    }
}
