package org.reps.mentoring.engine.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.function.SingletonSupplier;

/**
 * What comes with the application, beside what is in force. It takes the place of an earlier release; where somebody
 * has deployed something of their own in between, that stays, until they say otherwise.
 */
public final class Release {

    private static final SingletonSupplier<List<Bundle>> BUNDLES = SingletonSupplier.of(() -> Bundle.in(files()));

    private final RepositoryService repository;
    private final InForce inForce;

    public Release(RepositoryService repository) {
        this.repository = repository;
        this.inForce = new InForce(repository);
    }

    /** All diagrams with their forms, and all decisions. */
    static List<Bundle> bundles() {
        return BUNDLES.obtain();
    }

    /** What comes with the application: diagrams, decisions and forms, by the names under which they are deployed. */
    public static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        // Beside them are their translations, which are nobody's to deploy.
        for (var pattern : List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")) {
            var folder = pattern.substring(0, pattern.indexOf('/') + 1);
            try {
                for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern)) {
                    files.put(folder + file.getFilename(), file.getContentAsByteArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** What is new, and takes nobody's place. */
    List<Bundle> toDeploy() {
        return bundles().stream()
                .filter(bundle -> inForce.of(bundle)
                        .map(version -> !version.bundle().isSameAs(bundle) && !isHeldBack(bundle, version))
                        .orElse(true))
                .toList();
    }

    /** What the release brings anew, while a version of somebody else is in force and stays so. */
    public List<HeldBack> heldBack() {
        return bundles().stream()
                .filter(inForce::isSomebodys)
                .flatMap(bundle -> inForce
                        .of(bundle)
                        .filter(version -> isHeldBack(bundle, version))
                        .map(version -> new HeldBack(bundle, version))
                        .stream())
                .toList();
    }

    private boolean isHeldBack(Bundle bundle, InForce.Version version) {
        if (version.isOfARelease() || version.bundle().isSameAs(bundle)) {
            return false;
        }
        // Whoever went back to what the last release had brought keeps nothing of their own.
        var last = inForce.lastBrought(bundle);
        return last.isEmpty() || !(last.get().isSameAs(bundle) || last.get().isSameAs(version.bundle()));
    }

    /** Brings something of the release into force although something else was. */
    public void deploy(Bundle bundle) {
        var deployment = repository.createDeployment().name(ModelDeployment.NAME);
        bundle.files().forEach((name, content) -> deployment.addInputStream(name, ModelDeployment.stream(content)));
        deployment.deploy();
    }

    /** @param inForce what is, and stays so */
    public record HeldBack(Bundle release, InForce.Version inForce) {}
}
