package org.reps.mentoring.engine;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Something that protects less than what was in force has been deployed, or is in force again, because the operator
 * lets it in.
 *
 * @param event id of the deployment or deletion by which this came about
 * @param changes a sentence for each thing that is different now
 */
@NamedInterface("protection-lowered")
public record ProtectionLowered(String event, List<String> changes) {}
