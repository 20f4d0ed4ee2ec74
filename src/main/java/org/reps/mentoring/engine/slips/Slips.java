package org.reps.mentoring.engine.slips;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reps.mentoring.engine.written.Model;
import org.reps.mentoring.engine.written.Together;
import org.reps.mentoring.engine.written.Variables;
import org.w3c.dom.Element;

/**
 * Finds slips of the pen in files that are deployed together. It knows the files, what is in force beside them and the
 * classes of the application, and needs neither an engine nor a database.
 */
public final class Slips {

    private Slips() {}

    /**
     * @param files by their names
     * @param inForce diagrams and decisions that are in force now, by any names
     */
    public static List<Finding> in(Map<String, byte[]> files, Map<String, byte[]> inForce) {
        var together = new Together(files, inForce);
        var all = new ArrayList<Finding>();
        together.deployed().forEach((file, model) -> {
            var findings = new Findings(file);
            if (file.endsWith(".bpmn") && !model.isExecutable()) {
                model.elements("process").forEach(process -> findNotRun(process, findings, together));
            } else if (file.endsWith(".bpmn")) {
                findInDiagram(file, model, findings, together);
            } else if (file.endsWith(".dmn")) {
                new TableSlips(findings, together).find(model);
            }
            all.addAll(findings.all());
        });
        return all;
    }

    private static void findNotRun(Element process, Findings findings, Together together) {
        var sentence = "is not executable, so nothing of it would come into force. Please tick \"Executable\".";
        if (together.before(process.getAttribute("id")).isPresent()) {
            findings.fault(process, sentence);
        } else {
            findings.warning(process, sentence);
        }
    }

    private static void findInDiagram(String file, Model diagram, Findings findings, Together together) {
        var variables = new Variables(diagram, together);
        new ReferenceSlips(findings, together, variables).find(file, diagram);
        new ExpressionSlips(findings, variables).find(diagram);
        new TimeSlips(findings).find(diagram);
        new TaskSlips(findings).find(diagram);
        new WaySlips(findings, together).find(diagram);
        new AnswerSlips(findings, together).find(diagram);
        new FormSlips(findings, together, variables).find(diagram);
    }
}
