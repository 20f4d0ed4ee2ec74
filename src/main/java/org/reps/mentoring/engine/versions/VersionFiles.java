package org.reps.mentoring.engine.versions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.reps.mentoring.engine.models.Bundle;

/** The files of a version: a diagram and its forms. */
public final class VersionFiles {

    private final Bundle bundle;

    VersionFiles(Bundle bundle) {
        this.bundle = bundle;
    }

    Bundle bundle() {
        return bundle;
    }

    /** By the names under which they were deployed. */
    public Map<String, byte[]> all() {
        return bundle.files();
    }

    public String diagram() {
        return new String(bundle.content(), StandardCharsets.UTF_8);
    }

    Map<String, String> namesInDiagram() {
        return Differences.names(bundle.content());
    }

    /** What is different in the other one; empty where that is the drawing only, or nothing. */
    public List<Change> differencesTo(VersionFiles other) {
        return Differences.between(bundle, other.bundle);
    }

    public boolean isSameAs(VersionFiles other) {
        return bundle.isSameAs(other.bundle);
    }

    /**
     * One thing that differs.
     *
     * @param how added, removed or changed
     * @param id in the diagram, or the key of a field; empty for a whole form
     * @param type as the file says it, {@code field} or {@code form}
     * @param form in which it is; empty in the diagram
     */
    public record Change(String how, String id, String type, String name, String form, List<Detail> details) {}

    /** What it says otherwise; empty where it says nothing of that. */
    public record Detail(String what, String before, String after) {}
}
