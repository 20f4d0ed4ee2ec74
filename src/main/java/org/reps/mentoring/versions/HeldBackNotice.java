package org.reps.mentoring.versions;

import java.util.Map;
import java.util.stream.Stream;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.versions.Versions;
import org.reps.mentoring.notice.Notices;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells analysts and the operator once that a release brings something new where a version of theirs is in force and
 * stays so. Until somebody says what becomes of it, it stands on the page.
 */
@Component
class HeldBackNotice {

    private final VersionsPage page;
    private final Versions versions;
    private final People people;
    private final Notices notices;

    HeldBackNotice(VersionsPage page, Versions versions, People people, Notices notices) {
        this.page = page;
        this.versions = versions;
        this.people = people;
        this.notices = notices;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void tell() {
        for (var held : page.held()) {
            var name = versions.of(held.key()).map(Versions.Process::name).orElse(held.key());
            Stream.concat(people.in(Group.ANALYSTS).stream(), people.operators().stream())
                    .distinct()
                    .forEach(person -> notices.tellOnce(
                            person,
                            "release-held-back",
                            held.key() + ":" + held.fingerprint(),
                            Map.of("process", name, "version", held.version())));
        }
    }
}
