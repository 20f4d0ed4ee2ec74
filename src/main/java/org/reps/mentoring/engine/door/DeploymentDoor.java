package org.reps.mentoring.engine.door;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeMap;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.mapper.MultipartFormData;
import org.camunda.bpm.engine.rest.util.EngineUtil;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;
import org.reps.mentoring.engine.faults.Checked;
import org.reps.mentoring.engine.faults.DryRun;
import org.reps.mentoring.rules.Refusal;

/**
 * Beside {@code deployment/create} of Camunda's REST API, {@code deployment/check}: it takes the same, says the same,
 * and deploys nothing.
 */
final class DeploymentDoor implements ModelProcessor {

    @Override
    public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
        var all = new ResourceModel.Builder(model, false);
        if (configuration.isRegistered(DefaultProcessEngineRestServiceImpl.class)
                || serves(model, DefaultProcessEngineRestServiceImpl.class)) {
            all.addResource(Resource.from(OfTheEngine.class));
        }
        if (serves(model, NamedProcessEngineRestServiceImpl.class)) {
            all.addResource(Resource.from(OfTheNamedEngine.class));
        }
        return all.build();
    }

    private static boolean serves(ResourceModel model, Class<?> resource) {
        return model.getRootResources().stream()
                .anyMatch(root -> root.getHandlerClasses().contains(resource));
    }

    @Override
    public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
        return model;
    }

    /** Where the API has one engine. */
    @Path("deployment/check")
    public static final class OfTheEngine extends Check {}

    /** Where it says which: there is only one. */
    @Path("engine/default/deployment/check")
    public static final class OfTheNamedEngine extends Check {}

    /** What both do. */
    public abstract static class Check {

        /** What would be said to somebody who deploys this. */
        @POST
        @Consumes(MediaType.MULTIPART_FORM_DATA)
        @Produces(MediaType.APPLICATION_JSON)
        public final Checked check(MultipartFormData sent) {
            var files = new TreeMap<String, byte[]>();
            sent.getPartNames().stream()
                    .map(sent::getNamedPart)
                    .filter(part -> part.getFileName() != null)
                    .forEach(part -> files.put(part.getFileName(), part.getBinaryContent()));
            if (files.isEmpty()) {
                throw new Refusal("There are no files in this. Please send what you would deploy.");
            }
            var name = sent.getNamedPart("deployment-name");
            return new DryRun(EngineUtil.lookupProcessEngine(null))
                    .of(name == null ? "" : name.getTextContent(), files);
        }
    }
}
