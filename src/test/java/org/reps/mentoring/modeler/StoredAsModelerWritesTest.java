package org.reps.mentoring.modeler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever changes a word of a file in Camunda Modeler, and saves it, moves no other line.
 *
 * <p>Modeler itself is not here to be asked. What this cannot see: the order of elements (Modeler puts what is drawn
 * into the order in which it lies above each other), an order of attributes that no other file contradicts, and what a
 * later Modeler writes in another way.
 */
class StoredAsModelerWritesTest {

    /** What Modeler leaves out, as it is so where nothing is said. */
    private static final Pattern SAID_FOR_NOTHING = Pattern.compile(" ("
            + String.join(
                    "|",
                    "camunda:(calledElementBinding|caseBinding|decisionRefBinding)=\"latest\"",
                    "camunda:mapDecisionResult=\"resultList\"",
                    "camunda:(async|asyncBefore|asyncAfter)=\"false\"",
                    "camunda:(exclusive|isStartableInTasklist)=\"true\"",
                    "(cancelActivity|isInterrupting|waitForCompletion|cancelRemainingInstances)=\"true\"",
                    "(triggeredByEvent|isSequential|parallelMultiple|isForCompensation|isCollection|instantiate)=\"false\"",
                    "gatewayDirection=\"Unspecified\"",
                    "eventGatewayType=\"Exclusive\"",
                    "hitPolicy=\"UNIQUE\"",
                    "textFormat=\"text/plain\"")
            + ")");

    private static final Pattern PLACE = Pattern.compile("<(?:dc:Bounds|di:waypoint) x=\"(-?\\d+)\" y=\"(-?\\d+)\"");

    private static final String LINES = "%s on the lines on which Camunda Modeler puts it";

    private static Stream<Path> files() throws IOException {
        return Stream.concat(files("bpmn"), files("forms"));
    }

    private static Stream<Path> diagrams() throws IOException {
        return files("bpmn").filter(file -> file.toString().endsWith(".bpmn"));
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_stored_as_modeler_writes_it(Path file) throws IOException {
        check(file.toString(), Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bpmn/raise-concern.bpmn | `      <camunda:properties>` | `<camunda:properties>`",
                "bpmn/raise-concern.bpmn | ` />` | `/>`",
                "bpmn/raise-concern.bpmn | `isMarkerVisible=\"true\"` | `isMarkerVisible='true'`",
                "bpmn/raise-concern.bpmn | `&#34;` | `&quot;`",
                "bpmn/raise-concern.bpmn | `camunda:asyncAfter=\"true\" camunda:formRef=\"raise-concern-settle\"` | `camunda:formRef=\"raise-concern-settle\" camunda:asyncAfter=\"true\"`",
                "bpmn/raise-concern.bpmn | `isMarkerVisible=\"true\"` | `isMarkerVisible=\"true\" isHorizontal=\"true\" id=\"x\"`",
                "bpmn/mentor-change.bpmn | `camunda:decisionRef=\"mentor-change-route\"` | `camunda:decisionRef=\"mentor-change-route\" camunda:decisionRefBinding=\"latest\"`",
                "bpmn/raise-concern.bpmn | `<bpmn:boundaryEvent id=\"Event_NotSettled\"` | `<bpmn:boundaryEvent cancelActivity=\"true\" id=\"Event_NotSettled\"`",
                "bpmn/session-mentor.dmn | `</definitions>` | `\n</definitions>`",
                "forms/raise-concern-settle.form | `\"default\"` | `\"default\", \"more\": []`",
                "forms/raise-concern-settle.form | `\n}` | `\n}\n`",
                "forms/raise-concern-settle.form | `\n      \"label\": \"What happened\",\n      \"id\": \"Field_whatHappened\",` | `\n      \"id\": \"Field_whatHappened\",\n      \"label\": \"What happened\",`"
            })
    void a_file_that_is_stored_in_another_way_is_found(String file, String was, String now) throws IOException {
        var stored = Files.readString(Path.of(file));
        var changed = stored.replace(was, now);
        assertThat(changed).isNotEqualTo(stored);
        assertThatThrownBy(() -> check(file, changed)).isInstanceOf(AssertionError.class);
    }

    /** Elsewhere, Modeler moves the whole drawing as it saves, and breaks all labels anew. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void a_drawing_begins_where_modeler_leaves_it(Path diagram) throws IOException {
        var drawn = PLACE.matcher(Files.readString(diagram)).results().toList();
        assertThat(drawn.stream()
                        .mapToInt(place -> Integer.parseInt(place.group(1)))
                        .min()
                        .orElseThrow())
                .as("left edge of " + diagram)
                .isBetween(100, 200);
        assertThat(drawn.stream()
                        .mapToInt(place -> Integer.parseInt(place.group(2)))
                        .min()
                        .orElseThrow())
                .as("upper edge of " + diagram)
                .isBetween(25, 125);
    }

    private static void check(String file, String content) throws IOException {
        if (file.endsWith(".form")) {
            assertThat(content).as(LINES, file).isEqualTo(ModelerFormat.form(content));
            assertThat(ModelerFormat.saidTooLate(content))
                    .as("what comes too late in a field, in " + file)
                    .isEmpty();
        } else {
            assertThat(content).as(LINES, file).isEqualTo(ModelerFormat.diagram(content));
            assertThat(content)
                    .as("what Camunda Modeler leaves out, in " + file)
                    .doesNotContainPattern(SAID_FOR_NOTHING);
            var others = orderInAll(file.substring(file.lastIndexOf('.')));
            assertThat(ModelerFormat.orderOfAttributes(content))
                    .as("which of two attributes comes first, in " + file)
                    .allSatisfy(before -> assertThat(others).doesNotContain(before.turnedRound()));
        }
    }

    private static Set<ModelerFormat.Before> orderInAll(String ending) throws IOException {
        var order = new HashSet<ModelerFormat.Before>();
        for (var file : files("bpmn").toList()) {
            if (file.toString().endsWith(ending)) {
                order.addAll(ModelerFormat.orderOfAttributes(Files.readString(file)));
            }
        }
        return order;
    }
}
