package org.reps.mentoring.rules;

import static java.util.function.Predicate.not;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the programme keeps what forms and mails speak of, set under {@code mentoring.programme.links}; empty where it
 * is not set, and then nobody is led there.
 *
 * @param agreement what a rep signs
 * @param guidelines what mentors and mentees can expect of each other
 * @param training the training to become a mentor
 * @param rooms where people meet and write to each other: the group and its channels
 * @param meetingTemplate what the two can follow in their yearly meeting
 * @param welcomePack what a new rep gets to read and to keep
 */
public record ProgrammeLinks(
        @DefaultValue("") String agreement,
        @DefaultValue("") String guidelines,
        @DefaultValue("") String training,
        @DefaultValue("") String rooms,
        @DefaultValue("") String meetingTemplate,
        @DefaultValue("") String welcomePack) {

    /** @throws IllegalArgumentException naming what is no address that begins with https://, so that nothing starts */
    public ProgrammeLinks {
        agreement = agreement.strip();
        guidelines = guidelines.strip();
        training = training.strip();
        rooms = rooms.strip();
        meetingTemplate = meetingTemplate.strip();
        welcomePack = welcomePack.strip();
        named(agreement, guidelines, training, rooms, meetingTemplate, welcomePack)
                .forEach((name, address) -> {
                    if (!address.isEmpty() && !HttpsAddress.is(address)) {
                        throw new IllegalArgumentException("mentoring.programme.links." + name
                                + " must be an address that begins with https://, but is \"" + address + "\"");
                    }
                });
    }

    /** What forms call them. */
    public static Collection<String> names() {
        return named("", "", "", "", "", "").keySet();
    }

    /** Where this leads, by its name in forms; empty when that is not set, or there is no such name. */
    public String to(String name) {
        return named(agreement, guidelines, training, rooms, meetingTemplate, welcomePack)
                .getOrDefault(name, "");
    }

    /** All addresses that are set. */
    public Collection<String> addresses() {
        return named(agreement, guidelines, training, rooms, meetingTemplate, welcomePack).values().stream()
                .filter(not(String::isEmpty))
                .toList();
    }

    private static Map<String, String> named(
            String agreement,
            String guidelines,
            String training,
            String rooms,
            String meetingTemplate,
            String welcomePack) {
        var all = new LinkedHashMap<String, String>();
        all.put("agreement", agreement);
        all.put("guidelines", guidelines);
        all.put("training", training);
        all.put("rooms", rooms);
        all.put("meeting-template", meetingTemplate);
        all.put("welcome-pack", welcomePack);
        return all;
    }
}
