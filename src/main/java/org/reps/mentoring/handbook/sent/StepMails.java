package org.reps.mentoring.handbook.sent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.drawn.Step;
import org.reps.mentoring.notice.Notices;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which mails a step of a diagram can send. No list says it that somebody would have to keep: it is read from the
 * program itself, from the names of mails in what a step calls, and in what that calls, as far as it comes to
 * {@link Notices}.
 */
public final class StepMails {

    private static final String OURS = "org/reps/mentoring/";
    private static final String NOTICES = Type.getInternalName(Notices.class);

    /** What is there for all mails says nothing of a single one. */
    private static final String POST_ROOM = NOTICES.substring(0, NOTICES.lastIndexOf('/') + 1);

    /** Its own method sends it, and others use the word for other things. */
    private static final String DIGEST = "digest";

    /** What comes with a task of one's own, whichever it is. */
    private static final String FOR_ANY_TASK = "task-assigned";

    private final Collection<String> mails;
    private final Function<String, @Nullable Class<?>> beans;
    private final Map<String, Code> methods = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    /** What a method says and calls. */
    private record Code(Set<String> texts, Set<String> calls) {}

    /**
     * @param mails the names of all
     * @param beans the class behind a name that diagrams call; null where there is none
     */
    public StepMails(Collection<String> mails, Function<String, @Nullable Class<?>> beans) {
        this.mails = mails;
        this.beans = beans;
        try {
            for (var type :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + OURS + "**/*.class")) {
                try (var content = type.getInputStream()) {
                    new ClassReader(content).accept(new Classes(), ClassReader.SKIP_FRAMES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the mails that a step can send, in the order of the alphabet. */
    public List<String> of(Step step) {
        var found = new TreeSet<String>();
        for (var call : step.calls()) {
            var bean = beans.apply(call.substring(0, call.indexOf('.')));
            if (bean != null) {
                found.addAll(saidBy(Type.getInternalName(bean), call.substring(call.indexOf('.') + 1)));
            }
        }
        // What the diagram says itself, where it is said to somebody.
        if (!found.isEmpty() || tells(step)) {
            step.words().stream().filter(mails::contains).forEach(found::add);
        }
        return List.copyOf(found);
    }

    private boolean tells(Step step) {
        return step.calls().stream().anyMatch(call -> {
            var bean = beans.apply(call.substring(0, call.indexOf('.')));
            return bean != null
                    && starts(Type.getInternalName(bean), call.substring(call.indexOf('.') + 1)).stream()
                            .anyMatch(method -> reaches(method, new HashSet<>()));
        });
    }

    private Set<String> saidBy(String type, String method) {
        var said = new TreeSet<String>();
        starts(type, method).forEach(start -> collect(start, new HashSet<>(), said));
        return said;
    }

    /** All methods of this name, of a class or what it extends. */
    private List<String> starts(String type, String method) {
        var found = new ArrayList<String>();
        for (@Nullable String owner = type; owner != null; owner = parents.get(owner)) {
            var prefix = owner + "." + method + "(";
            methods.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(found::add);
        }
        return found;
    }

    private void collect(String method, Set<String> seen, Set<String> said) {
        var code = methods.get(method);
        if (code == null || method.startsWith(POST_ROOM) || !seen.add(method)) {
            return;
        }
        if (isOfMails(method)) {
            code.texts()
                    .forEach(text -> mails.stream()
                            .filter(mail -> mail.equals(text) && !mail.equals(DIGEST) && !mail.equals(FOR_ANY_TASK)
                                    || text.endsWith("-") && mail.startsWith(text))
                            .forEach(said::add));
        }
        code.calls().forEach(call -> {
            if (call.startsWith(NOTICES + ".digest(")) {
                said.add(DIGEST);
            }
            collect(call, seen, said);
        });
    }

    /** What starts a process calls it by its name, which can be that of a mail. */
    private static boolean isOfMails(String method) {
        return !method.substring(0, method.indexOf('.')).endsWith("Process");
    }

    private boolean reaches(String method, Set<String> seen) {
        if (method.startsWith(NOTICES + ".")) {
            return true;
        }
        var code = methods.get(method);
        return code != null && seen.add(method) && code.calls().stream().anyMatch(call -> reaches(call, seen));
    }

    private final class Classes extends ClassVisitor {

        private String name = "";

        Classes() {
            super(SpringAsmInfo.ASM_VERSION);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String parent,
                String[] interfaces) {
            this.name = name;
            if (parent != null && parent.startsWith(OURS)) {
                parents.put(name, parent);
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String method,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            var code = new Code(new HashSet<>(), new HashSet<>());
            methods.put(name + "." + method + descriptor, code);
            return new Methods(code);
        }
    }

    private static final class Methods extends MethodVisitor {

        private final Code code;

        Methods(Code code) {
            super(SpringAsmInfo.ASM_VERSION);
            this.code = code;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                code.texts.add(text);
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            call(owner, method, descriptor);
        }

        /** Lambdas, and texts that are put together. */
        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            for (var argument : arguments) {
                if (argument instanceof Handle handle) {
                    call(handle.getOwner(), handle.getName(), handle.getDesc());
                } else if (argument instanceof String recipe) {
                    List.of(recipe.split("[\\x01\\x02]")).forEach(code.texts::add);
                }
            }
        }

        private void call(String owner, String method, String descriptor) {
            if (owner.startsWith(OURS)) {
                code.calls.add(owner + "." + method + descriptor);
            }
        }
    }
}
