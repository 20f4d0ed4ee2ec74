package org.reps.mentoring.engine.written;

import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.engine.expressions.DiagramBeans;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * What the application itself brings to its diagrams: the beans that expressions call, and the words under which it
 * starts cases, tells them something and hands them variables. It is read from the classes, so that there is no list
 * beside them that somebody would have to keep, and so that neither a database nor a running application is needed.
 */
public final class Known {

    private static final SingletonSupplier<Known> APPLICATION = SingletonSupplier.of(Known::read);

    private static final String CLASSES = "classpath*:org/reps/mentoring/**/*.class";

    /** These alone speak with the engine for their process. */
    private static final Pattern SPEAKS_WITH_THE_ENGINE = Pattern.compile(".*Process(\\$.*)?\\.class");

    private final Map<String, Class<?>> beans;

    /** By the class that says them. */
    private final Map<String, Set<String>> words;

    private Known(Map<String, Class<?>> beans, Map<String, Set<String>> words) {
        this.beans = beans;
        this.words = words;
    }

    public static Known inApplication() {
        return APPLICATION.obtain();
    }

    /** The classes behind the names that diagrams can call. */
    public Map<String, Class<?>> beans() {
        return beans;
    }

    /** Whether the application says this word to the engine, such as the name of a message. */
    public boolean says(String word) {
        return words.values().stream().anyMatch(said -> said.contains(word));
    }

    /**
     * What the application may hand over to a process: all the words of whoever also says its key, or a message for
     * which it waits. Some of them are no variables; so nothing is called wrong that is not.
     */
    Set<String> saidTo(Model diagram) {
        var names = Stream.concat(
                        diagram.keys(), diagram.elements("message").map(message -> message.getAttribute("name")))
                .collect(toSet());
        return words.values().stream()
                .filter(said -> names.stream().anyMatch(said::contains))
                .flatMap(Set::stream)
                .collect(toSet());
    }

    private static Known read() {
        try {
            var beans = new HashMap<String, Class<?>>();
            var words = new HashMap<String, Set<String>>();
            var readers = new CachingMetadataReaderFactory();
            for (var file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
                var name = String.valueOf(file.getFilename());
                if (SPEAKS_WITH_THE_ENGINE.matcher(name).matches()) {
                    addWords(file, words.computeIfAbsent(outermost(name), type -> new HashSet<>()));
                }
                var found = readers.getMetadataReader(file).getAnnotationMetadata();
                var component = found.getAnnotationAttributes(Component.class.getName());
                if (component != null) {
                    beans.put(String.valueOf(component.get("value")), named(found.getClassName()));
                }
                if (found.hasAnnotatedMethods(Bean.class.getName())) {
                    methods(named(found.getClassName()))
                            .filter(method -> method.isAnnotationPresent(Bean.class))
                            .forEach(method -> beans.put(method.getName(), method.getReturnType()));
                }
            }
            return new Known(
                    beans.entrySet().stream()
                            .filter(bean -> DiagramBeans.NAMES.contains(bean.getKey()))
                            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
                    words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String outermost(String file) {
        return file.replaceFirst("[$.].*", "");
    }

    private static Class<?> named(String type) {
        return ClassUtils.resolveClassName(type, Known.class.getClassLoader());
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods());
    }

    private static void addWords(Resource file, Set<String> words) throws IOException {
        try (var content = file.getInputStream()) {
            new ClassReader(content).accept(new Constants(words), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
    }

    /** Every text in the code of a class. */
    private static final class Constants extends ClassVisitor {

        private final Set<String> words;

        Constants(Set<String> words) {
            super(Opcodes.ASM9);
            this.words = words;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof String word) {
                        words.add(word);
                    }
                }
            };
        }
    }
}
