package org.reps.mentoring.engine;

import java.util.List;

/**
 * Something that protects less than what was in force has been deployed, because the operator lets it in.
 *
 * @param deployment id of the deployment
 * @param changes a sentence for each thing that is different now
 */
public record ProtectionLowered(String deployment, List<String> changes) {}
