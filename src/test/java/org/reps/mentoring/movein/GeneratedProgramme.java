package org.reps.mentoring.movein;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.rules.UsualRules;
import org.reps.mentoring.sheet.Column;
import org.reps.mentoring.world.Zones;

/**
 * A programme of made-up people as two files: the same for the same seed. Everybody has guided or been guided for some
 * time; of every third mentorship the agreed time is over.
 */
public final class GeneratedProgramme {

    private static final List<String> GIVEN = List.of(
            "Amina", "Bo", "Chiara", "Dmitri", "Esra", "Femi", "Gül", "Hana", "İlker", "José", "Ka‘ao", "Łucja");
    private static final List<String> FAMILY =
            List.of("Abe", "Baptista", "Çelik", "D’Arcy", "El-Sayed", "Figueroa", "Gómez", "Hoàng", "Ivanović", "Jung");
    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "Portuguese", "hi", "sw", "ja");

    private final StringBuilder people = new StringBuilder(String.join(",", names(PeopleFile.COLUMNS)) + "\r\n");
    private final StringBuilder mentorships =
            new StringBuilder(String.join(",", names(MentorshipsFile.COLUMNS)) + "\r\n");
    private final MentoringRules rules = UsualRules.rules();
    private final Random random;

    /**
     * @param mentors how many guide others
     * @param reps how many there are besides
     * @param guided how many of them have a mentor, at most five for each mentor
     */
    public GeneratedProgramme(long seed, int mentors, int reps, int guided, LocalDate today) {
        random = new Random(seed);
        for (var i = 0; i < mentors; i++) {
            person("mentor" + i, "\"reps, mentors\"", today, some(rules.skills()), "5");
        }
        for (var i = 0; i < reps; i++) {
            person("rep" + i, "reps", today, "", "");
        }
        for (var i = 0; i < guided; i++) {
            mentorship("mentor" + i % mentors, "rep" + i, today, i % 3 == 0);
        }
    }

    private void person(String userName, String groups, LocalDate today, String skills, String capacity) {
        var zones = List.copyOf(Zones.named().keySet());
        people.append(String.join(
                        ",",
                        userName,
                        one(GIVEN),
                        one(FAMILY),
                        userName + "@example.org",
                        groups,
                        today.minusDays(1500 + random.nextInt(1500)).toString(),
                        one(zones),
                        some(LANGUAGES),
                        some(rules.skills()),
                        skills,
                        capacity,
                        "@" + userName + " in our chat",
                        "contacts"))
                .append("\r\n");
    }

    private void mentorship(String mentor, String rep, LocalDate today, boolean overdue) {
        var began = today.minusDays(400 + random.nextInt(1000));
        var until = overdue ? today.minusDays(1 + random.nextInt(300)).toString() : "";
        mentorships
                .append(String.join(
                        ",",
                        mentor,
                        rep,
                        began.toString(),
                        until,
                        "Video call",
                        one(MentorshipsFile.OFTEN),
                        began.plusDays(200).toString(),
                        "\"Meet more people.\nWrite about it, in \"\"plain\"\" words.\""))
                .append("\r\n");
    }

    private static List<String> names(List<Column> columns) {
        return Column.names(columns);
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String some(List<String> all) {
        var some = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var one = one(all);
            if (!some.contains(one)) {
                some.add(one);
            }
        }
        return "\"" + String.join(", ", some) + "\"";
    }

    public byte[] people() {
        return people.toString().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] mentorships() {
        return mentorships.toString().getBytes(StandardCharsets.UTF_8);
    }
}
