package org.reps.mentoring.engine.faults;

import static org.reps.mentoring.engine.models.ModelXml.has;
import static org.reps.mentoring.engine.models.ModelXml.properties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.reps.mentoring.engine.rights.ProcessRights;
import org.reps.mentoring.engine.stages.ShownTo;
import org.reps.mentoring.engine.stages.Stages;
import org.reps.mentoring.engine.stages.Who;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What is wrong with what an element says of where cases stand ({@link Stages}), as in {@link RightsFaults}. */
final class StageFaults {

    private static final int FEWEST = 2;
    private static final int MOST = 6;

    /** More would not fit on a phone. */
    private static final int LONGEST = 30;

    private StageFaults() {}

    static List<String> in(Element element) {
        var faults = new ArrayList<String>();
        properties(element, Stages.STAGES)
                .map(said -> ProcessRights.parts(said).toList())
                .filter(names -> !isReadable(names))
                .forEach(names -> faults.add("says its stages in a way that is not understood here: "
                        + String.join(", ", names) + ". Please write " + FEWEST + " to " + MOST
                        + " of them with commas between, each once and with " + LONGEST + " letters at most."));
        properties(element, Stages.SHOWN_TO)
                .flatMap(ProcessRights::parts)
                .filter(said -> ShownTo.withId(said).isEmpty())
                .forEach(said -> faults.add("says on whose page its cases stand in a way that is not understood here: "
                        + said + ". Please write starter, subject, subjectWhoStarted or pair."));
        properties(element, Stages.STAGE)
                .filter(said -> !stagesAround(element).contains(said))
                .forEach(said -> faults.add("has the stage \"" + said
                        + "\", which is none of its process. Please write it under \"stages\" there too."));
        properties(element, Stages.AWAITED)
                .filter(said -> Who.withId(said)
                        .filter(who -> who != Who.NAME || has(element, "assignee"))
                        .isEmpty())
                .forEach(said -> faults.add("says who is awaited in a way that is not understood here: " + said
                        + ". Please write name, where it is for one person, mentor or council."));
        return faults;
    }

    private static boolean isReadable(List<String> names) {
        return names.size() >= FEWEST
                && names.size() <= MOST
                && new HashSet<>(names).size() == names.size()
                && names.stream().allMatch(name -> !name.isEmpty() && name.length() <= LONGEST);
    }

    private static List<String> stagesAround(Element element) {
        for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
            if (around.getLocalName().equals("process")) {
                return Stages.names(properties(around, Stages.STAGES));
            }
        }
        return List.of();
    }
}
