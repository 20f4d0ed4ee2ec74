package org.reps.mentoring.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The texts in the code, put together as they are when somebody reads them, with a place where a value is: read as the
 * compiler reads them. What is thrown for developers, logged, or part of an annotation is none.
 */
final class SaidInCode {

    /** Stands where a value is. */
    static final String PLACE = "⟦…⟧";

    private static final String NUMBER = "Words.number";
    private static final String FORMATTED = ".formatted";
    private static final Path SOURCES = Path.of("src/main/java/org/reps/mentoring");
    private static final Set<String> FOR_DEVELOPERS = Set.of(
            "IllegalStateException",
            "IllegalArgumentException",
            "UncheckedIOException",
            "UnsupportedOperationException",
            "IOException",
            "SAXException");

    private final Map<String, ExpressionTree> constants = new HashMap<>();

    private SaidInCode() {}

    /** @param said gets the name of a file, below the package of the application, and a text in it */
    static void all(BiConsumer<String, String> said) {
        var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
        try (var paths = Files.walk(SOURCES)) {
            var sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            var code = new SaidInCode();
            units.forEach(unit -> code.new Constants().scan(unit, null));
            units.forEach(unit -> code
                    .new Texts(
                            SOURCES.toAbsolutePath()
                                    .relativize(Path.of(unit.getSourceFile().toUri()))
                                    .toString(),
                            said)
                    .scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String within(MethodTree method, String type) {
        return type + "#" + method.getName();
    }

    private static String name(ClassTree type, @Nullable String around) {
        return type.getSimpleName().isEmpty() && around != null
                ? around
                : type.getSimpleName().toString();
    }

    private final class Constants extends TreeScanner<Void, String> {
        @Override
        public Void visitClass(ClassTree type, String around) {
            return super.visitClass(type, name(type, around));
        }

        @Override
        public Void visitMethod(MethodTree method, String around) {
            return super.visitMethod(method, within(method, around));
        }

        @Override
        public Void visitVariable(VariableTree variable, String around) {
            if (variable.getInitializer() != null) {
                constants.put(around + "." + variable.getName(), variable.getInitializer());
            }
            return super.visitVariable(variable, around);
        }
    }

    private final class Texts extends TreeScanner<Void, String> {

        private final String file;
        private final BiConsumer<String, String> said;

        Texts(String file, BiConsumer<String, String> said) {
            this.file = file;
            this.said = said;
        }

        @Override
        public Void visitClass(ClassTree type, String around) {
            return super.visitClass(type, name(type, around));
        }

        @Override
        public Void visitMethod(MethodTree method, String around) {
            return super.visitMethod(method, within(method, around));
        }

        @Override
        public Void visitNewClass(NewClassTree made, String around) {
            return FOR_DEVELOPERS.contains(made.getIdentifier().toString()) ? null : super.visitNewClass(made, around);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, String around) {
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree called, String around) {
            var method = called.getMethodSelect().toString();
            if (method.startsWith("LOG.")) {
                return null;
            }
            if (method.equals(NUMBER) || method.endsWith(FORMATTED)) {
                texts(called, around).forEach(text -> said.accept(file, text));
                return null;
            }
            return super.visitMethodInvocation(called, around);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, String around) {
            texts(literal, around).forEach(text -> said.accept(file, text));
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree binary, String around) {
            if (binary.getKind() == Tree.Kind.PLUS && binary.toString().contains("\"")) {
                texts(binary, around).forEach(text -> said.accept(file, text));
                return null;
            }
            return super.visitBinary(binary, around);
        }

        /** What it can be: of a choice between two, both. */
        private List<String> texts(ExpressionTree expression, String around) {
            if (expression instanceof ParenthesizedTree inside) {
                return texts(inside.getExpression(), around);
            }
            if (expression instanceof LiteralTree literal) {
                return List.of(String.valueOf(literal.getValue()));
            }
            if (expression instanceof MethodInvocationTree called) {
                return texts(called, around);
            }
            if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return texts(sum.getLeftOperand(), around).stream()
                        .flatMap(left ->
                                texts(sum.getRightOperand(), around).stream().map(left::concat))
                        .toList();
            }
            if (expression instanceof ConditionalExpressionTree choice) {
                return Stream.concat(
                                texts(choice.getTrueExpression(), around).stream(),
                                texts(choice.getFalseExpression(), around).stream())
                        .toList();
            }
            var name = expression.toString();
            return Stream.of(around + "." + name, around.replaceFirst("#.*", "") + "." + name, name)
                    .flatMap(known -> Stream.ofNullable(constants.get(known)))
                    .findFirst()
                    // One that is made of itself would have no end.
                    .filter(value -> !value.toString().contains(name))
                    .map(value -> texts(value, around))
                    .orElse(List.of(PLACE));
        }

        /** With a number before it, or with values filled in. */
        private List<String> texts(MethodInvocationTree called, String around) {
            var method = called.getMethodSelect();
            if (method.toString().equals(NUMBER)) {
                var one = texts(called.getArguments().get(1), around).stream().map(text -> "1 " + text);
                var several =
                        texts(called.getArguments().get(2), around).stream().map(text -> PLACE + " " + text);
                return Stream.concat(one, several).toList();
            }
            if (!method.toString().endsWith(FORMATTED)) {
                return List.of(PLACE);
            }
            var all = texts(((MemberSelectTree) method).getExpression(), around);
            for (var value : called.getArguments()) {
                var values = texts(value, around);
                all = all.stream()
                        .flatMap(text -> values.stream()
                                .map(filled -> text.replaceFirst("%[sd]", Matcher.quoteReplacement(filled))))
                        .toList();
            }
            return all.stream().map(text -> text.replace("%%", "%")).toList();
        }
    }
}
