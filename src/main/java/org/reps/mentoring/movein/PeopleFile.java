package org.reps.mentoring.movein;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.language.Translations;
import org.reps.mentoring.person.MailAddress;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.sheet.Cells;
import org.reps.mentoring.sheet.Column;
import org.reps.mentoring.sheet.Faults;
import org.reps.mentoring.sheet.Sheet;
import org.reps.mentoring.text.PlainText;
import org.reps.mentoring.world.Languages;
import org.reps.mentoring.world.Zones;

/** The file of the people: who they are, what they are in the programme, and what they have said of themselves. */
final class PeopleFile {

    static final String NAME = "people";

    static final Column USER_NAME = Column.needed("user name", "user id", "login");
    static final Column FIRST_NAME = Column.needed("first name", "given name");
    static final Column LAST_NAME = Column.needed("last name", "family name", "surname");
    static final Column MAIL = Column.needed("mail", "email", "mail address", "e-mail address");
    static final Column GROUPS = Column.needed("groups", "roles");
    static final Column JOINED_ON = Column.optional("joined on", "joined");
    static final Column TIME_ZONE = Column.optional("time zone", "zone");
    static final Column LANGUAGES = Column.optional("languages");
    static final Column SKILLS_WANTED = Column.optional("skills wanted");
    static final Column SKILLS = Column.optional("skills");
    static final Column CAPACITY = Column.optional("capacity");
    static final Column REACH = Column.optional("reach", "how to reach");
    static final Column REACH_SEEN_BY = Column.optional("reach seen by");

    static final List<Column> COLUMNS = List.of(
            USER_NAME,
            FIRST_NAME,
            LAST_NAME,
            MAIL,
            GROUPS,
            JOINED_ON,
            TIME_ZONE,
            LANGUAGES,
            SKILLS_WANTED,
            SKILLS,
            CAPACITY,
            REACH,
            REACH_SEEN_BY);

    /** As forms allow it. */
    private static final int MOST_PLACES = 100;

    /** What the columns of the identity tables hold. */
    private static final int LONGEST_NAME = 255;

    private static final Map<String, Group> GROUPS_BY_ID =
            Arrays.stream(Group.values()).collect(toMap(Group::id, Function.identity()));

    private static final Map<String, String> LANGUAGES_BY_WORD = languages();

    private static final Map<String, String> ZONES_BY_WORD =
            Zones.named().keySet().stream().collect(toMap(id -> id.toLowerCase(Locale.ROOT), Function.identity()));

    private static final Map<String, Reach.SeenBy> SEEN_BY_WORDS =
            Arrays.stream(Reach.SeenBy.values()).collect(toMap(Reach.SeenBy::words, Function.identity()));

    private PeopleFile() {}

    static List<Line> read(byte[] file, MentoringRules rules, Faults faults) {
        var skills = rules.skills().stream()
                .collect(toMap(skill -> skill.toLowerCase(Locale.ROOT), Function.identity(), (one, other) -> one));
        var lines = new ArrayList<Line>();
        for (var line : Sheet.read(NAME, file, COLUMNS, faults)) {
            var cells = new Cells(NAME, line, faults);
            lines.add(new Line(
                    cells,
                    cells.inOneLine(USER_NAME, 64),
                    cells.inOneLine(FIRST_NAME, LONGEST_NAME),
                    cells.inOneLine(LAST_NAME, LONGEST_NAME),
                    mail(cells),
                    cells.someOf(
                            GROUPS,
                            GROUPS_BY_ID,
                            Arrays.stream(Group.values()).map(Group::id).toList()),
                    cells.day(JOINED_ON),
                    zone(line.text(TIME_ZONE), cells),
                    cells.someOf(
                            LANGUAGES,
                            LANGUAGES_BY_WORD,
                            Languages.named(Locale.ENGLISH).values()),
                    cells.someOf(SKILLS_WANTED, skills, rules.skills()),
                    cells.someOf(SKILLS, skills, rules.skills()),
                    cells.number(CAPACITY, 0, Math.max(MOST_PLACES, rules.capacity())),
                    cells.text(REACH, Reach.LONGEST),
                    cells.oneOf(
                            REACH_SEEN_BY,
                            SEEN_BY_WORDS,
                            Arrays.stream(Reach.SeenBy.values())
                                    .map(Reach.SeenBy::words)
                                    .toList())));
        }
        return lines;
    }

    private static String mail(Cells cells) {
        var mail = PlainText.visible(cells.inOneLine(MAIL, LONGEST_NAME));
        if (!mail.isEmpty() && !MailAddress.isOne(mail)) {
            cells.wrong(
                    MAIL,
                    Cells.quoted(mail) + " is no mail address. Please write it like ana@example.org, or leave it"
                            + " empty; then no mail reaches them.");
            return "";
        }
        return mail;
    }

    private static @Nullable String zone(String written, Cells cells) {
        if (written.isEmpty()) {
            return null;
        }
        var zone = ZONES_BY_WORD.get(written.toLowerCase(Locale.ROOT).replace(' ', '_'));
        if (zone == null) {
            cells.wrong(
                    TIME_ZONE,
                    Cells.quoted(written) + " is not among the time zones people can choose here. " + otherZone(written)
                            + "The names are those of the IANA, such as Europe/Berlin or America/Lima.");
        }
        return zone;
    }

    /** Names that were changed are not offered any more; what they are called now keeps the same time. */
    private static String otherZone(String written) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(known -> known.equalsIgnoreCase(written))
                .map(known -> ZoneId.of(known).getRules())
                .flatMap(rules -> ZONES_BY_WORD.values().stream()
                        .filter(zone -> ZoneId.of(zone).getRules().equals(rules))
                        .sorted()
                        .limit(3))
                .reduce((one, other) -> one + " or " + other)
                .map(zones -> "Is it " + zones + "? ")
                .orElse("");
    }

    private static Map<String, String> languages() {
        var words = new HashMap<String, String>();
        Languages.named(Locale.ENGLISH).forEach((code, name) -> {
            words.put(name.toLowerCase(Locale.ROOT), code);
            words.put(Languages.name(code).toLowerCase(Locale.ROOT), code);
            words.put(code, code);
        });
        // Some names are those of another language elsewhere: what they mean in English comes first.
        Translations.languages().stream()
                .map(Locale::forLanguageTag)
                .forEach(reader -> Languages.codes()
                        .forEach(code ->
                                words.putIfAbsent(Languages.name(code, reader).toLowerCase(reader), code)));
        return words;
    }

    /** One line of it for somebody. */
    static List<String> row(Line of) {
        var seenBy = of.reachSeenBy();
        var capacity = of.capacity();
        var joinedOn = of.joinedOn();
        return List.of(
                of.userName(),
                of.firstName(),
                of.lastName(),
                of.mail(),
                Stream.of(Group.values())
                        .filter(of.groups()::contains)
                        .map(Group::id)
                        .collect(joining(", ")),
                joinedOn == null ? "" : joinedOn.toString(),
                of.timeZone() == null ? "" : of.timeZone(),
                of.languages().stream().sorted().collect(joining(", ")),
                words(of.skillsWanted()),
                words(of.skills()),
                capacity == null ? "" : capacity.toString(),
                of.reach(),
                seenBy == null ? "" : seenBy.words());
    }

    private static String words(Set<String> skills) {
        return skills.stream().sorted().collect(joining(", "));
    }

    /**
     * One line. What is empty or null is not said, and leaves what is known as it is.
     *
     * @param cells where it stands; null for one that was not read
     * @param languages ISO 639 codes
     * @param skills what a mentor can pass on
     */
    record Line(
            @Nullable Cells cells,
            String userName,
            String firstName,
            String lastName,
            String mail,
            Set<Group> groups,
            @Nullable LocalDate joinedOn,
            @Nullable String timeZone,
            Set<String> languages,
            Set<String> skillsWanted,
            Set<String> skills,
            @Nullable Integer capacity,
            String reach,
            Reach.@Nullable SeenBy reachSeenBy) {

        /** What is known of somebody. */
        static Line of(Everybody.Account account, Known known) {
            var person = account.person();
            var rep = known.reps().get(person.id());
            var mentor = account.isIn(Group.MENTORS) ? known.mentors().get(person.id()) : null;
            var choice = known.choices().get(person.id());
            var reach = known.reaches().get(person.id());
            return new Line(
                    null,
                    person.id(),
                    person.firstName(),
                    person.lastName(),
                    person.email(),
                    Arrays.stream(Group.values()).filter(account::isIn).collect(toSet()),
                    rep == null ? null : rep.joinedOn(),
                    choice != null && choice.timeZone() != null
                            ? choice.timeZone()
                            : rep == null ? null : rep.timeZone(),
                    rep == null ? Set.of() : rep.languages(),
                    rep == null ? Set.of() : rep.skillsWanted(),
                    mentor == null ? Set.of() : mentor.skills(),
                    mentor == null ? null : mentor.capacity(),
                    reach == null ? "" : reach.how(),
                    reach == null ? null : reach.seenBy());
        }
    }
}
