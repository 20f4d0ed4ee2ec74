package org.reps.mentoring.engine.faults;

import static java.util.stream.Collectors.toSet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.reps.mentoring.engine.expressions.FormSize;
import org.reps.mentoring.engine.slips.Finding;
import org.reps.mentoring.engine.slips.Slips;

/**
 * What is known of files before they are deployed, in one sentence or a few each.
 *
 * @param faults for which they are refused
 * @param warnings what looks odd, and may be meant
 */
public record Checked(List<String> faults, List<String> warnings) {

    private static final Pattern FORM = Pattern.compile("formRef=[\"']([^\"']*)[\"']");

    /**
     * @param files that are deployed together, by their names
     * @param inForce diagrams and decisions that are in force beside them, by any names
     */
    static Checked of(Map<String, byte[]> files, Map<String, byte[]> inForce) {
        var faults = new LinkedHashSet<>(new DeploymentCheck().faultsIn(files));
        faults.addAll(formsWithoutDiagram(files).values());
        var slips = Slips.in(files, inForce);
        faults.addAll(Finding.sentences(slips, true));
        return new Checked(DeploymentCheck.mostOf(new ArrayList<>(faults)), Finding.sentences(slips, false));
    }

    /** The same of files that take the place of what is in force, whatever that was. */
    static Checked ofRelease(Map<String, byte[]> files, Map<String, byte[]> inForce) {
        var all = new LinkedHashMap<>(inForce);
        files.forEach((name, content) -> {
            if (!name.endsWith(".form")) {
                // Last, so that it replaces what has the same key.
                all.remove(name);
                all.put(name, content);
            }
        });
        return of(files, all);
    }

    /**
     * What is wrong with forms that come without a diagram that uses them, by their names: a form belongs to the
     * deployment of its diagram, and alone it would be taken, and nothing would change.
     */
    static Map<String, String> formsWithoutDiagram(Map<String, byte[]> files) {
        var used = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".bpmn"))
                .flatMap(file -> FORM.matcher(new String(file.getValue(), StandardCharsets.UTF_8))
                        .results()
                        .map(found -> found.group(1)))
                .collect(toSet());
        var unused = new TreeMap<String, String>();
        files.forEach((name, content) -> {
            if (name.endsWith(".form") && FormSize.fits(content) && isUnused(FormFaults.idOf(content), used)) {
                unused.put(
                        name,
                        name + " is a form that no diagram among the files uses, so nothing would change: a diagram"
                                + " keeps the forms with which it was deployed. Please deploy the diagram of its"
                                + " process with it, and all of its forms.");
            }
        });
        return unused;
    }

    private static boolean isUnused(String form, Set<String> used) {
        return !form.isEmpty() && !used.contains(form);
    }
}
