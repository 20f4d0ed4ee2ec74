package org.reps.mentoring.versions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.rights.PartOfCase;
import org.reps.mentoring.engine.versions.Running;
import org.reps.mentoring.engine.versions.VersionFiles;
import org.reps.mentoring.engine.versions.Versions;
import org.reps.mentoring.engine.versions.Versions.Held;
import org.reps.mentoring.engine.versions.Versions.Process;
import org.reps.mentoring.engine.versions.Versions.Version;
import org.reps.mentoring.language.ReadersLanguage;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.table.CouncilWords;
import org.springframework.stereotype.Component;

/**
 * What the page shows. Nobody is named on it but who works on the diagrams: of cases there are numbers, and of
 * processes in which people confide not even these, except for the operator. Whoever is part of a case does not find it
 * counted.
 */
@Component
class VersionsPage {

    /** In place of a number: what the release brings, as long as it is not in force. */
    static final int OF_THE_RELEASE = 0;

    private final Versions versions;
    private final Running running;
    private final PartOfCase partOfCase;
    private final KeptVersions kept;
    private final People people;
    private final ReadersLanguage languages;

    VersionsPage(
            Versions versions,
            Running running,
            PartOfCase partOfCase,
            KeptVersions kept,
            People people,
            ReadersLanguage languages) {
        this.versions = versions;
        this.running = running;
        this.partOfCase = partOfCase;
        this.kept = kept;
        this.people = people;
        this.languages = languages;
    }

    Overview overview(Asker asker) {
        var authors = kept.authors();
        var names = people.names(authors.values());
        var all = versions.all();
        var outOfSight = outOfSight(asker);
        var words = words(asker);
        return new Overview(
                all.stream()
                        .map(process -> {
                            var counted = isCounted(process.key(), asker);
                            var inForce = process.inForce();
                            return new Line(
                                    process.key(),
                                    words.inDiagrams(process.name()),
                                    inForce.number(),
                                    by(inForce, authors, names),
                                    inForce.ofARelease(),
                                    inForce.at().toString(),
                                    counted ? cases(process.versions(), outOfSight) : null,
                                    counted
                                            ? cases(
                                                    process.versions()
                                                            .subList(
                                                                    1,
                                                                    process.versions()
                                                                            .size()),
                                                    outOfSight)
                                            : null,
                                    counted
                                            ? process.versions().stream()
                                                    .mapToInt(version -> running.failed(version, outOfSight)
                                                            .size())
                                                    .sum()
                                            : null);
                        })
                        .toList(),
                held().stream()
                        .map(held -> new HeldLine(
                                held.key(),
                                all.stream()
                                        .filter(process -> process.key().equals(held.key()) && held.isProcess())
                                        .map(process -> words.inDiagrams(process.name()))
                                        .findFirst()
                                        .orElse(held.key()),
                                held.isProcess(),
                                held.version(),
                                held.fingerprint()))
                        .toList(),
                asker.settles());
    }

    Page page(String key, Asker asker) {
        var process = process(key);
        var authors = kept.authors();
        var moves = kept.moves(key);
        var names = people.names();
        var counted = isCounted(key, asker);
        var outOfSight = outOfSight(asker);
        var words = words(asker);
        return new Page(
                process.key(),
                words.inDiagrams(process.name()),
                counted,
                asker.deploys(),
                process.versions().stream()
                        .map(version -> {
                            var isMine = asker.id().equals(authors.get(version.deploymentId()));
                            var isOld = version.number() != process.inForce().number();
                            var number =
                                    counted ? running.cases(version, outOfSight).size() : 0;
                            var failed = counted
                                    ? running.failed(version, outOfSight).size()
                                    : 0;
                            return new Shown(
                                    version.number(),
                                    version.at().toString(),
                                    by(version, authors, names),
                                    version.ofARelease() ? "" : version.note(),
                                    version.source(),
                                    version.ofARelease(),
                                    counted ? number : null,
                                    failed,
                                    counted ? said(running.steps(version, outOfSight), words) : List.of(),
                                    counted ? running.failures(version, outOfSight) : List.of(),
                                    isOld && number > 0 && asker.moves(),
                                    isOld && failed > 0 && (asker.moves() || isMine));
                        })
                        .toList(),
                counted
                        ? moves.stream()
                                .map(move -> move.by(names.getOrDefault(move.by(), "")))
                                .toList()
                        : List.of());
    }

    /** How the one differs from the other. */
    Difference difference(String key, int before, int after) {
        var process = process(key);
        var one = files(process, before);
        var other = files(process, after);
        var changes = one.differencesTo(other);
        return new Difference(changes, changes.isEmpty() && !one.isSameAs(other));
    }

    Map<String, String> diagram(String key, int number) {
        return Map.of("xml", files(process(key), number).diagram());
    }

    /** A version with its forms, as a file. */
    byte[] zip(String key, int number) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files(process(key), number).all().entrySet()) {
                zip.putNextEntry(
                        new ZipEntry(file.getKey().substring(file.getKey().lastIndexOf('/') + 1)));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Process process(String key) {
        return versions.of(key).orElseThrow(() -> new Refusal("There is no such process."));
    }

    Version version(Process process, int number) {
        return process.version(number).orElseThrow(() -> new Refusal("There is no such version."));
    }

    VersionFiles files(Process process, int number) {
        return number == OF_THE_RELEASE
                ? held(process.key()).release()
                : versions.files(version(process, number))
                        .orElseThrow(() -> new Refusal("The files of this version cannot be read any more."));
    }

    /** What a release would bring, and nobody has said yet that it is not wanted. */
    List<Held> held() {
        return versions.heldBack().stream()
                .filter(held -> !kept.isSettled(held.key(), held.fingerprint()))
                .toList();
    }

    Held held(String key) {
        return held().stream()
                .filter(held -> held.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal("The release brings nothing new here."));
    }

    /** Whether this person reads how many cases of a process there are. */
    boolean isCounted(String process, Asker asker) {
        return asker.isOperator() || !running.isConfidential(process);
    }

    /** The operator has no part in the programme, and keeps all of it running. */
    PartOfCase.OutOfSight outOfSight(Asker asker) {
        return asker.isOperator() ? PartOfCase.OutOfSight.NOTHING : partOfCase.outOfSight(asker.id());
    }

    private CouncilWords words(Asker asker) {
        return new CouncilWords(languages.of(asker.id()));
    }

    private static List<Running.AtStep> said(List<Running.AtStep> steps, CouncilWords words) {
        return steps.stream()
                .map(step -> new Running.AtStep(step.id(), words.inDiagrams(step.name()), step.cases()))
                .toList();
    }

    private int cases(List<Version> some, PartOfCase.OutOfSight outOfSight) {
        return some.stream()
                .mapToInt(version -> running.cases(version, outOfSight).size())
                .sum();
    }

    private static String by(Version version, Map<String, String> authors, Map<String, String> names) {
        return names.getOrDefault(authors.getOrDefault(version.deploymentId(), ""), "");
    }

    /**
     * Who looks.
     *
     * @param deploys whether they bring versions into force
     * @param moves whether they move any cases; whoever does not may still move those that failed on their own version
     */
    record Asker(String id, boolean isOperator, boolean deploys, boolean moves) {

        /** Whether they say what becomes of what a release has brought; where nobody deploys, the operator does. */
        boolean settles() {
            return deploys || isOperator;
        }
    }

    /** @param held what a release would bring */
    record Overview(List<Line> processes, List<HeldLine> held, boolean settles) {}

    /**
     * A process.
     *
     * @param by name; empty where it came with the application, or from nobody who is here
     * @param cases null where it is not for whoever reads, as the other numbers
     */
    record Line(
            String key,
            String name,
            int version,
            String by,
            boolean ofARelease,
            String at,
            @Nullable Integer cases,
            @Nullable Integer onEarlier,
            @Nullable Integer failed) {}

    record HeldLine(String key, String name, boolean isProcess, int version, String fingerprint) {}

    /** @param counted whether numbers are shown */
    record Page(
            String key,
            String name,
            boolean counted,
            boolean deploys,
            List<Shown> versions,
            List<KeptVersions.Moved> moves) {}

    /**
     * A version of a process.
     *
     * @param failed how many of its cases have failed
     */
    record Shown(
            int number,
            String at,
            String by,
            String note,
            String source,
            boolean ofARelease,
            @Nullable Integer cases,
            int failed,
            List<Running.AtStep> steps,
            List<Running.FailedAt> failures,
            boolean mayMove,
            boolean mayMoveFailed) {}

    /** @param drawingOnly whether nothing but the drawing is different */
    record Difference(List<VersionFiles.Change> changes, boolean drawingOnly) {}
}
