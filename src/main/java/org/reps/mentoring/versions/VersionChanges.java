package org.reps.mentoring.versions;

import java.util.List;
import org.reps.mentoring.engine.people.CurrentPerson;
import org.reps.mentoring.engine.versions.Moves;
import org.reps.mentoring.engine.versions.Running;
import org.reps.mentoring.engine.versions.Versions;
import org.reps.mentoring.engine.versions.Versions.Process;
import org.reps.mentoring.engine.versions.Versions.Version;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.versions.VersionsPage.Asker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is changed on the page. Bringing an earlier version back is a deployment like any other, by whoever asks: who
 * may not deploy is refused by the engine's gate, and what would protect less is refused to everybody.
 */
@Component
class VersionChanges {

    private static final Logger LOG = LoggerFactory.getLogger(VersionChanges.class);

    private final VersionsPage page;
    private final Versions versions;
    private final Running running;
    private final Moves moves;
    private final KeptVersions kept;
    private final CurrentPerson person;

    VersionChanges(
            VersionsPage page,
            Versions versions,
            Running running,
            Moves moves,
            KeptVersions kept,
            CurrentPerson person) {
        this.page = page;
        this.versions = versions;
        this.running = running;
        this.moves = moves;
        this.kept = kept;
        this.person = person;
    }

    /**
     * Deploys an earlier version as the newest one.
     *
     * @param inForce the version that was in force for whoever asks
     */
    @Transactional
    public void takeBack(String key, int number, int inForce, Asker asker) {
        requireDeploying(asker);
        kept.takeTurn();
        var files = person.lookUp(() -> {
            var process = page.process(key);
            requireInForce(process, inForce);
            if (number == process.inForce().number()) {
                throw new Refusal("This version is in force already.");
            }
            page.version(process, number);
            var wanted = page.files(process, number);
            if (wanted.isSameAs(page.files(process, process.inForce().number()))) {
                throw new Refusal("The version in force says the same as this one, so there is nothing to take back.");
            }
            return wanted;
        });
        versions.deploy(files, "Version " + number, "Cockpit");
    }

    /** Brings what the release has into force. */
    @Transactional
    public void takeRelease(String key, String fingerprint, Asker asker) {
        requireSettling(asker);
        kept.takeTurn();
        // It is the application that brings it, as at its next start: what it may change is not a question of who asks.
        person.lookUp(() -> {
            versions.takeRelease(held(key, fingerprint));
            return key;
        });
        LOG.info("{} has brought the release's version of {} into force", asker.id(), key);
    }

    /** Keeps what is in force, and does not ask again until there is another release. */
    @Transactional
    public void keepOwn(String key, String fingerprint, Asker asker) {
        requireSettling(asker);
        kept.takeTurn();
        person.lookUp(() -> {
            kept.settle(key, held(key, fingerprint).fingerprint(), asker.id());
            return key;
        });
    }

    /** What would become of the cases on a version. */
    public Moves.Outcome trial(Wanted wanted, Asker asker) {
        return person.lookUp(() -> {
            var process = requireMovable(wanted, asker);
            var from = page.version(process, wanted.from());
            return moves.trial(cases(from, wanted, asker), from, process.inForce());
        });
    }

    /** Moves them to the version in force. */
    public Moves.Outcome move(Wanted wanted, Asker asker) {
        return person.lookUp(() -> {
            var process = requireMovable(wanted, asker);
            var from = page.version(process, wanted.from());
            var outcome = moves.move(cases(from, wanted, asker), from, process.inForce());
            kept.remember(
                    process.key(), from.number(), process.inForce().number(), wanted.onlyFailed(), outcome, asker.id());
            LOG.info(
                    "{} has moved {} cases of {} from version {} to version {}",
                    asker.id(),
                    outcome.moved(),
                    process.key(),
                    from.number(),
                    process.inForce().number());
            return outcome;
        });
    }

    private Process requireMovable(Wanted wanted, Asker asker) {
        var process = page.process(wanted.process());
        requireInForce(process, wanted.inForce());
        var from = page.version(process, wanted.from());
        var isOwn = asker.id().equals(kept.authors().get(from.deploymentId()));
        if (!asker.moves() && !(wanted.onlyFailed() && isOwn)) {
            throw new Refusal(
                    "The council or the operator moves these cases. You can move those that failed on a version"
                            + " of your own.");
        }
        if (!page.isCounted(process.key(), asker)) {
            throw new Refusal("The cases of this process are confidential, so only the operator moves them.");
        }
        if (from.number() == process.inForce().number()) {
            throw new Refusal("These cases run on the version in force already.");
        }
        return process;
    }

    private List<String> cases(Version from, Wanted wanted, Asker asker) {
        var outOfSight = page.outOfSight(asker);
        var cases =
                wanted.onlyFailed() ? List.copyOf(running.failed(from, outOfSight)) : running.cases(from, outOfSight);
        if (cases.isEmpty()) {
            throw new Refusal("There are no cases to move.");
        }
        return cases;
    }

    private Versions.Held held(String key, String fingerprint) {
        var held = page.held(key);
        if (!held.fingerprint().equals(fingerprint)) {
            throw new Refusal("The release brings something else by now. Please look at it again.");
        }
        return held;
    }

    private static void requireInForce(Process process, int inForce) {
        if (process.inForce().number() != inForce) {
            throw new Refusal("Version " + process.inForce().number()
                    + " is in force by now. Please look at the page again before you change something.");
        }
    }

    private static void requireSettling(Asker asker) {
        if (!asker.settles()) {
            requireDeploying(asker);
        }
    }

    private static void requireDeploying(Asker asker) {
        if (!asker.deploys()) {
            throw new Refusal("Analysts and the operator bring versions into force, where that is open to them.");
        }
    }

    /**
     * Which cases.
     *
     * @param from the version on which they run
     * @param inForce the version to which they go, as whoever asks knows it
     * @param onlyFailed whether only those in which a step has failed
     */
    record Wanted(String process, int from, int inForce, boolean onlyFailed) {}
}
