package org.reps.mentoring.engine.protection;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.EngineStart;
import org.reps.mentoring.engine.ProtectionLowered;
import org.reps.mentoring.engine.ToldOfLoweredProtection;
import org.reps.mentoring.engine.faults.FormFaults;
import org.reps.mentoring.engine.forms.Form;
import org.reps.mentoring.engine.models.ModelDeployment;
import org.reps.mentoring.engine.models.ModelXml;
import org.reps.mentoring.engine.protection.LoweredProtection.Loss;
import org.reps.mentoring.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Compares what is deployed with what is in force, and what is in force with what was before it when it is deleted:
 * what would protect less is refused, unless the operator lets in exactly this, which is logged and told to the
 * contacts.
 */
@Component
public class ProtectionCheck extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(ProtectionCheck.class);

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    private final Set<String> letIn;
    private final ToldOfLoweredProtection telling;

    /** @param letIn codes, as a refusal names them, with spaces or commas between them */
    ProtectionCheck(@Value("${mentoring.let-in}") String letIn, ToldOfLoweredProtection telling) {
        this.letIn = new TreeSet<>(List.of(letIn.strip().split("[\\s,]+")));
        this.telling = telling;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Deployer check = this::check;
        configuration.setCustomPreDeployers(EngineStart.and(configuration.getCustomPreDeployers(), check));
    }

    private void check(DeploymentEntity deployment) {
        // What was deployed once also passes here, whenever the engine reads it again.
        if (!deployment.isNew()) {
            return;
        }
        var files = new TreeMap<String, byte[]>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        var faults = faultsIn(deployment, files);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    /**
     * What this deployment would protect less than what is in force, in one sentence or a few for each; empty where
     * that is nothing, or let in.
     */
    List<String> faultsIn(DeploymentEntity deployment, Map<String, byte[]> files) {
        return judge(
                new InForce(Context.getCommandContext())
                        .lossesIn(files, ModelDeployment.NAME.equals(deployment.getName())),
                deployment.getId(),
                "the deployment \"" + deployment.getName() + "\"");
    }

    /**
     * What would be protected less without these, in the same way: the version before each of them would be in force
     * again.
     */
    public List<String> faultsWithout(Deletion deleted) {
        return judge(
                new InForce(Context.getCommandContext()).lossesWithout(deleted),
                Context.getProcessEngineConfiguration().getIdGenerator().getNextId(),
                "the deletion of " + deleted.what());
    }

    private List<String> judge(List<Loss> losses, String event, String what) {
        var refused =
                losses.stream().filter(loss -> !letIn.contains(loss.code())).toList();
        if (!refused.isEmpty()) {
            var faults = new ArrayList<String>();
            refused.forEach(loss -> faults.add(loss.what() + " " + loss.instead()));
            faults.add("Only the operator can let this in, with the setting mentoring.let-in = "
                    + refused.stream().map(Loss::code).distinct().collect(joining(",")));
            return faults;
        }
        if (!losses.isEmpty()) {
            // Who gets the mail does not read diagrams.
            var changes = losses.stream()
                    .map(loss -> EXPRESSION.matcher(loss.what()).replaceAll("…"))
                    .toList();
            losses.forEach(loss -> LOG.warn("The operator has let in {} with {}: {}", loss.code(), what, loss.what()));
            telling.later(new ProtectionLowered(event, changes));
        }
        return List.of();
    }

    /** The processes and decisions as they are now, read only where something is compared with them. */
    private static final class InForce {

        private final CommandContext context;
        private final Map<String, Map<String, byte[]>> filesByDeployment = new HashMap<>();
        private final Map<String, Map<String, Form>> formsByDeployment = new HashMap<>();

        InForce(CommandContext context) {
            this.context = context;
        }

        List<Loss> lossesIn(Map<String, byte[]> files, boolean ofARelease) {
            var losses = new ArrayList<Loss>();
            var forms = formsIn(files);
            var all = new HashMap<String, Protection>();
            for (var file : files.entrySet()) {
                if (file.getKey().endsWith(".bpmn")) {
                    for (var after : Protection.in(file.getKey(), elements(file.getKey(), file.getValue()), forms)
                            .entrySet()) {
                        var latest =
                                context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(after.getKey());
                        if (latest != null) {
                            if (all.isEmpty()) {
                                all.putAll(processes());
                            }
                            losses.addAll(new LoweredProtection(
                                            Objects.requireNonNull(all.get(after.getKey())),
                                            after.getValue(),
                                            handedTo(after.getKey(), all),
                                            latest.getVersion() + 1,
                                            ofARelease)
                                    .losses());
                        } else if (!ofARelease) {
                            losses.addAll(new WiderRights(null, after.getValue(), 1).losses());
                        }
                    }
                } else if (file.getKey().endsWith(".dmn")) {
                    losses.addAll(lossesInDecisions(file.getKey(), file.getValue()));
                }
            }
            return losses;
        }

        private List<Loss> lossesInDecisions(String file, byte[] content) {
            return elements(file, content)
                    .filter(element -> element.getLocalName().equals("decision"))
                    .flatMap(decision -> {
                        var key = decision.getAttribute("id");
                        var latest = context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
                        return latest == null
                                ? Stream.of()
                                : LoweredProtection.ofHistory(
                                        key,
                                        latest.getVersion() + 1,
                                        "In " + file + ", " + ModelXml.nameOf(decision) + " (" + key + ")",
                                        latest.getHistoryTimeToLive(),
                                        Protection.daysOfHistory(decision),
                                        false)
                                        .stream();
                    })
                    .toList();
        }

        private static Stream<Element> elements(String file, byte[] content) {
            try {
                return ModelXml.elements(content);
            } catch (SAXException e) {
                throw new IllegalStateException(file + " cannot be read", e);
            }
        }

        List<Loss> lossesWithout(Deletion deleted) {
            var losses = new ArrayList<Loss>();
            var all = new HashMap<String, Protection>();
            for (var key : deleted.processKeys()) {
                var now = context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
                if (now != null && deleted.processIds().contains(now.getId())) {
                    if (all.isEmpty()) {
                        all.putAll(processes());
                    }
                    losses.addAll(lossesWithout(now, before(now, deleted.processIds()), all));
                }
            }
            for (var decision : deleted.decisions()) {
                losses.addAll(lossesWithout(decision));
            }
            return losses;
        }

        private @Nullable ProcessDefinition before(ProcessDefinition process, Set<String> deleted) {
            var definitions = context.getProcessDefinitionManager();
            ProcessDefinition before = process;
            while (before != null && deleted.contains(before.getId())) {
                var id = definitions.findPreviousProcessDefinitionId(
                        before.getKey(), before.getVersion(), before.getTenantId());
                before = id == null ? null : definitions.findLatestDefinitionById(id);
            }
            return before;
        }

        private List<Loss> lossesWithout(
                ProcessDefinition now, @Nullable ProcessDefinition then, Map<String, Protection> all) {
            var key = now.getKey();
            var protection = Objects.requireNonNull(all.get(key));
            var handed = handedTo(key, all);
            if (then != null) {
                return new LoweredProtection(protection, protectionOf(then), handed, then.getVersion(), false)
                        .losses().stream()
                                .map(loss -> loss.without(now.getVersion(), then.getVersion()))
                                .toList();
            }
            var asksInConfidence = !protection.confidential().isEmpty() || !handed.isEmpty();
            return !asksInConfidence || !ModelDeployment.brings(key)
                    ? List.of()
                    : List.of(new Loss(
                            key + "@0:" + key + ":gone",
                            "Without version " + now.getVersion() + " of " + key + ", there would be none at all: what"
                                    + " comes next under this name would be compared with nothing, and could show what"
                                    + " people tell in confidence.",
                            "Please leave it."));
        }

        private List<Loss> lossesWithout(DecisionDefinition decision) {
            var definitions = context.getDecisionDefinitionManager();
            var now = definitions.findLatestDecisionDefinitionByKey(decision.getKey());
            var id = definitions.findPreviousDecisionDefinitionId(
                    decision.getKey(), decision.getVersion(), decision.getTenantId());
            if (now == null || !now.getId().equals(decision.getId()) || id == null) {
                return List.of();
            }
            var then = definitions.findDecisionDefinitionById(id);
            return LoweredProtection.ofHistory(
                            now.getKey(),
                            then.getVersion(),
                            "\"" + now.getName() + "\" (" + now.getKey() + ")",
                            now.getHistoryTimeToLive(),
                            then.getHistoryTimeToLive(),
                            false)
                    .stream()
                    .map(loss -> loss.without(now.getVersion(), then.getVersion()))
                    .toList();
        }

        private Map<String, Protection> processes() {
            List<ProcessDefinition> latest = context.runWithoutAuthorization(() -> context.getProcessDefinitionManager()
                    .findProcessDefinitionsByQueryCriteria(
                            (ProcessDefinitionQueryImpl) new ProcessDefinitionQueryImpl().latestVersion(), null));
            var all = new LinkedHashMap<String, Protection>();
            latest.forEach(process -> all.put(process.getKey(), protectionOf(process)));
            return all;
        }

        private Protection protectionOf(ProcessDefinition process) {
            var deployment = process.getDeploymentId();
            var file = process.getResourceName();
            try {
                var diagram = ModelXml.elementsInForce(
                        Objects.requireNonNull(filesOf(deployment).get(file)));
                return Objects.requireNonNull(
                        Protection.in(file, diagram, formsOf(deployment)).get(process.getKey()));
            } catch (SAXException e) {
                throw new IllegalStateException(file + " was deployed and cannot be read", e);
            }
        }

        /** Names under which a process gets confidential texts from those that call it, through however many others. */
        private static Set<String> handedTo(String called, Map<String, Protection> all) {
            var handed = new HashMap<String, Set<String>>();
            boolean more;
            do {
                more = false;
                for (var caller : all.entrySet()) {
                    var names = new TreeSet<>(caller.getValue().confidential());
                    names.addAll(handed.getOrDefault(caller.getKey(), Set.of()));
                    for (var handOver : caller.getValue().handOvers()) {
                        if (handOver.hands(names) && !names.isEmpty()) {
                            more |= handed.computeIfAbsent(handOver.called(), none -> new TreeSet<>())
                                    .addAll(handOver.source().isEmpty() ? names : Set.of(handOver.target()));
                        }
                    }
                }
            } while (more);
            return handed.getOrDefault(called, Set.of());
        }

        private Map<String, byte[]> filesOf(String deployment) {
            return filesByDeployment.computeIfAbsent(deployment, id -> {
                var files = new HashMap<String, byte[]>();
                context.getResourceManager()
                        .findResourcesByDeploymentId(id)
                        .forEach(resource -> files.put(resource.getName(), resource.getBytes()));
                return files;
            });
        }

        private Map<String, Form> formsOf(String deployment) {
            return formsByDeployment.computeIfAbsent(deployment, id -> formsIn(filesOf(id)));
        }

        private static Map<String, Form> formsIn(Map<String, byte[]> files) {
            var forms = new HashMap<String, Form>();
            files.forEach((name, content) -> {
                var id = name.endsWith(".form") ? FormFaults.idOf(content) : "";
                if (!id.isEmpty()) {
                    forms.put(id, Form.read(new ByteArrayInputStream(content)));
                }
            });
            return forms;
        }
    }
}
