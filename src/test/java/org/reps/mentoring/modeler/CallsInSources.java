package org.reps.mentoring.modeler;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** What diagrams can call, as the sources say it: with the names of parameters, and what is said of it there. */
final class CallsInSources {

    private static final Path SOURCES = Path.of("src/main/java");

    /**
     * @param sentence the first of its Javadoc; empty where there is none
     * @param answers whether there is a result
     */
    record Call(String bean, String method, List<String> parameters, String sentence, boolean answers) {

        String expression() {
            return "${" + bean + "." + method + "(" + String.join(", ", parameters) + ")}";
        }
    }

    private CallsInSources() {}

    static List<Call> all() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(SOURCES)) {
            var beans = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(CallsInSources::isBean)
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(beans));
            var calls = new ArrayList<Call>();
            for (var unit : task.parse()) {
                calls.addAll(in(unit, DocTrees.instance(task)));
            }
            return calls;
        }
    }

    private static boolean isBean(Path file) {
        try {
            return Files.readString(file).contains("@Component(\"");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Call> in(CompilationUnitTree unit, DocTrees docs) {
        var calls = new ArrayList<Call>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                var owner = getCurrentPath().getParentPath().getLeaf();
                if (owner instanceof ClassTree bean
                        && method.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                    nameOf(bean)
                            .map(name -> new Call(
                                    name,
                                    method.getName().toString(),
                                    method.getParameters().stream()
                                            .map(parameter ->
                                                    parameter.getName().toString())
                                            .toList(),
                                    firstSentence(getCurrentPath(), docs),
                                    !method.getReturnType().toString().equals("void")))
                            .ifPresent(calls::add);
                }
                return null;
            }
        }.scan(unit, null);
        return calls;
    }

    private static Optional<String> nameOf(ClassTree bean) {
        return bean.getModifiers().getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals("Component"))
                .flatMap(CallsInSources::said)
                .findFirst();
    }

    private static Stream<String> said(AnnotationTree annotation) {
        return annotation.getArguments().stream()
                .map(argument -> argument.toString().replaceAll("^value = ", "").replace("\"", ""));
    }

    private static String firstSentence(TreePath path, DocTrees docs) {
        var comment = docs.getDocCommentTree(path);
        return comment == null
                ? ""
                : comment.getFirstSentence().stream()
                        .map(CallsInSources::plain)
                        .collect(joining())
                        .replaceAll("\\s+", " ");
    }

    private static String plain(DocTree part) {
        if (part instanceof LinkTree link) {
            return link.getLabel().isEmpty()
                    ? link.getReference().getSignature().replaceFirst("^.*[.#]", "")
                    : link.getLabel().stream().map(CallsInSources::plain).collect(joining());
        }
        return part instanceof com.sun.source.doctree.LiteralTree literal
                ? literal.getBody().getBody()
                : part.toString();
    }
}
