package org.reps.mentoring.engine.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.reps.mentoring.engine.models.Release;
import org.springframework.modulith.NamedInterface;

/**
 * The command with which an analyst looks at what they have drawn before it is deployed. It compares files with what
 * comes with the application; neither a database nor anything else of it is opened.
 */
@NamedInterface("check-command")
public final class CheckCommand {

    private static final String CHECK = "check";

    private static final int NOTHING_FOUND = 0;
    /** What was looked at would be refused. */
    private static final int REFUSED = 1;
    /** It was not said what to look at, or it is not there. */
    private static final int MISUNDERSTOOD = 2;

    private static final String USAGE = """
            Please say what to check, files or folders:

              java -jar reps-mentoring.jar check bpmn forms
              java -jar reps-mentoring.jar check bpmn/mentor-change.bpmn forms""";

    private CheckCommand() {}

    /** Whether somebody has started the application for this. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(CHECK);
    }

    /**
     * Does it, and says what was found.
     *
     * @return the exit code, 0 when it could be deployed
     */
    public static int run(String... arguments) {
        if (arguments.length < 2 || Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--"))) {
            say(USAGE);
            return MISUNDERSTOOD;
        }
        var files = new TreeMap<String, byte[]>();
        for (var name : List.of(arguments).subList(1, arguments.length)) {
            try {
                read(Path.of(name), files);
            } catch (IOException | InvalidPathException e) {
                say("There is no file or folder " + name + " that could be read.");
                return MISUNDERSTOOD;
            }
        }
        if (files.isEmpty()) {
            say("There is no diagram (.bpmn), no decision (.dmn) and no form (.form) there.");
            return MISUNDERSTOOD;
        }
        var wanted = withoutFormsOfOthers(files);
        var checked = Checked.of(wanted, Release.files());
        checked.warnings().forEach(warning -> say("Warning: " + warning));
        checked.faults().forEach(fault -> say("Fault: " + fault));
        say("Checked: " + wanted.size() + " files. Faults: " + checked.faults().size() + ". Warnings: "
                + checked.warnings().size() + "."
                + (checked.faults().isEmpty() ? "" : " It would not be deployed like this."));
        return checked.faults().isEmpty() ? NOTHING_FOUND : REFUSED;
    }

    /** In a folder of forms are those of all processes; beside single diagrams only theirs are looked at. */
    private static Map<String, byte[]> withoutFormsOfOthers(Map<String, byte[]> files) {
        var left = new LinkedHashMap<>(files);
        var unused = Checked.formsWithoutDiagram(files).keySet();
        if (files.keySet().stream().anyMatch(name -> name.endsWith(".bpmn"))) {
            left.keySet().removeAll(unused);
        }
        return left;
    }

    private static void read(Path path, Map<String, byte[]> files) throws IOException {
        if (Files.isDirectory(path)) {
            try (var inside = Files.newDirectoryStream(path, "*.{bpmn,dmn,form}")) {
                for (var file : inside) {
                    read(file, files);
                }
            }
        } else {
            files.put(path.toString().replace('\\', '/'), Files.readAllBytes(path));
        }
    }

    /** For whoever has started it by hand. */
    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
