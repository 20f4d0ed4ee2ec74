package org.reps.mentoring.movein;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.people.Everybody;
import org.reps.mentoring.engine.people.Everybody.Kind;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.Person;
import org.reps.mentoring.engine.people.UserNames;
import org.reps.mentoring.mailsettings.MailChoice;
import org.reps.mentoring.mentor.Mentor;
import org.reps.mentoring.mentorship.Guidance;
import org.reps.mentoring.movein.PeopleFile.Line;
import org.reps.mentoring.person.Reach;
import org.reps.mentoring.person.Reach.SeenBy;
import org.reps.mentoring.rep.Rep;
import org.reps.mentoring.rules.MentoringRules;
import org.reps.mentoring.sheet.Cells;
import org.reps.mentoring.sheet.Column;

/** What is to become of the people of a file: line by line, nothing is changed yet. */
final class PeoplePlan {

    private static final String EVERY_GROUP =
            Stream.of(Group.values()).map(Group::id).collect(joining(", "));

    final List<Everybody.Change> changes = new ArrayList<>();
    final List<Rep> reps = new ArrayList<>();
    final List<Mentor> mentors = new ArrayList<>();
    final List<Reach> reaches = new ArrayList<>();
    final List<MailChoice> choices = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    int created;
    int changed;
    int same;
    int withoutMail;

    private final Known known;
    private final Guidance guidance;
    private final MentoringRules rules;
    private final Function<String, Optional<String>> usedBefore;
    private final Predicate<String> left;
    private final Map<String, String> spelled;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Rep> allReps;
    private final Map<String, Mentor> allMentors;
    private final Set<String> broken = new HashSet<>();
    private final Set<String> withPlaces = new HashSet<>();

    /**
     * @param usedBefore what is wrong with a user name because somebody had it before
     * @param left whether somebody has left the programme
     */
    PeoplePlan(
            Known known, MentoringRules rules, Function<String, Optional<String>> usedBefore, Predicate<String> left) {
        this.known = known;
        this.guidance = known.guidance(rules);
        this.rules = rules;
        this.usedBefore = usedBefore;
        this.left = left;
        this.spelled = known.spelled();
        this.allReps = new HashMap<>(known.reps());
        this.allMentors = new HashMap<>(known.mentors());
        allReps.keySet().removeIf(id -> !isIn(Group.REPS, id));
        allMentors.values().removeIf(mentor -> !mentor.hasResigned() && !isIn(Group.MENTORS, mentor.id()));
    }

    /** Whether there is somebody with this user name who is in the group before the file comes. */
    boolean isIn(Group group, String userName) {
        var account = known.accounts().get(userName);
        return account != null && account.isIn(group);
    }

    /** The rep of this user name, once the file is in; null when there is none. */
    @Nullable
    Rep rep(String userName) {
        return allReps.get(userName);
    }

    /** The mentor of this user name, once the file is in, or one who has stepped down; null when there is none. */
    @Nullable
    Mentor mentor(String userName) {
        return allMentors.get(userName);
    }

    /** The same user name as somebody has it, if only capital letters differ; null when nobody has. */
    @Nullable
    String spelled(String userName) {
        return spelled.get(UserNames.small(userName));
    }

    /** Whether something is wrong with this person's line, so that nothing more need be said of them. */
    boolean isBroken(String userName) {
        return broken.contains(UserNames.small(userName));
    }

    /**
     * Whether this mentor comes with the mentees they have elsewhere, and the file says how many they want at most:
     * these have been agreed on, also if they are more. Whoever guides somebody here takes nobody new beyond that.
     */
    boolean bringsMentees(String userName) {
        return withPlaces.contains(userName) && guidance.menteesOf(userName) == 0;
    }

    void add(Line line) {
        var cells = Objects.requireNonNull(line.cells());
        var account = known.accounts().get(line.userName());
        checkWho(line, cells, account);
        checkGroups(line, cells, account);
        if (line.joinedOn() != null && line.joinedOn().isAfter(known.today())) {
            cells.wrong(PeopleFile.JOINED_ON, "This day is still to come; nobody has joined then.");
        }
        if (cells.areFine()) {
            plan(line, cells, account);
        }
        if (!cells.areFine()) {
            broken.add(UserNames.small(line.userName()));
        }
    }

    private void checkWho(Line line, Cells cells, Everybody.@Nullable Account account) {
        var userName = line.userName();
        if (userName.isEmpty()) {
            if (!cells.has(PeopleFile.USER_NAME)) {
                cells.wrong(PeopleFile.USER_NAME, "Please give a user name: the one with which they will log in.");
            }
            return;
        }
        var before = lines.putIfAbsent(UserNames.small(userName), cells.line());
        if (before != null) {
            cells.wrong(
                    PeopleFile.USER_NAME,
                    Cells.quoted(userName) + " stands in line " + before + " already. Each person has one line; capital"
                            + " letters make no other person.");
        } else if (account == null) {
            var other = spelled.putIfAbsent(UserNames.small(userName), userName);
            if (other != null) {
                cells.wrong(
                        PeopleFile.USER_NAME,
                        "There is " + Cells.quoted(other)
                                + " already, who differs by capital letters only. Please write it"
                                + " like that if it is the same person, and choose another one otherwise.");
            } else {
                usedBefore
                        .apply(userName)
                        .ifPresent(problem -> cells.wrong(
                                PeopleFile.USER_NAME, Cells.quoted(userName) + " cannot be used; " + problem));
            }
            UserNames.wrong(userName)
                    .ifPresent(problem -> cells.wrong(
                            PeopleFile.USER_NAME, Cells.quoted(userName) + " cannot be a user name; " + problem + "."));
            if (!cells.has(PeopleFile.FIRST_NAME) && !cells.has(PeopleFile.LAST_NAME)) {
                cells.wrong(PeopleFile.FIRST_NAME, "Please give at least one name, first or last.");
            }
        } else if (left.test(userName)) {
            cells.wrong(
                    PeopleFile.USER_NAME,
                    Cells.quoted(userName) + " has left the programme. If they come back, a contact starts \"Welcome"
                            + " somebody back\" in Tasklist first.");
        } else if (account.isOperator()) {
            cells.wrong(PeopleFile.USER_NAME, "This is an account of the operator, which no file changes.");
        }
    }

    private void checkGroups(Line line, Cells cells, Everybody.@Nullable Account account) {
        var groups = groups(line, account);
        if (groups.isEmpty()) {
            if (!cells.has(PeopleFile.GROUPS)) {
                cells.wrong(PeopleFile.GROUPS, "Please give at least one. Allowed are: " + EVERY_GROUP + ".");
            }
            return;
        }
        if (groups.contains(Group.MENTORS) && !groups.contains(Group.REPS)) {
            cells.wrong(PeopleFile.GROUPS, "Mentors are reps who guide others. Please write: reps, mentors.");
        }
        if (groups.contains(Group.CONTACTS) && !groups.contains(Group.COUNCIL)) {
            cells.wrong(PeopleFile.GROUPS, "Contacts are members of the council. Please write: council, contacts.");
        }
        var mentor = known.mentors().get(line.userName());
        if (mentor != null && mentor.hasResigned() && line.groups().contains(Group.MENTORS)) {
            cells.wrong(
                    PeopleFile.GROUPS,
                    "They have stepped down as a mentor here. Please leave out mentors; they can"
                            + " start “Become a mentor” again.");
        }
        if (!groups.contains(Group.MENTORS)) {
            only(cells, "mentors", PeopleFile.SKILLS, PeopleFile.CAPACITY);
        }
        if (!groups.contains(Group.REPS)) {
            only(cells, "reps", PeopleFile.JOINED_ON, PeopleFile.LANGUAGES, PeopleFile.SKILLS_WANTED);
        }
        if (!line.reach().isEmpty() || known.reaches().containsKey(line.userName())) {
            return;
        }
        if (line.reachSeenBy() != null) {
            cells.wrong(PeopleFile.REACH_SEEN_BY, "Please also say how to reach them, or leave this empty.");
        }
    }

    private static void only(Cells cells, String group, Column... columns) {
        for (var column : columns) {
            if (cells.has(column)) {
                cells.wrong(
                        column,
                        "This is kept of " + group + " only. Please leave it empty, or add the group " + group + ".");
            }
        }
    }

    private static Set<Group> groups(Line line, Everybody.@Nullable Account account) {
        var groups = EnumSet.noneOf(Group.class);
        groups.addAll(line.groups());
        if (account != null) {
            Stream.of(Group.values()).filter(account::isIn).forEach(groups::add);
        }
        return groups;
    }

    private void plan(Line line, Cells cells, Everybody.@Nullable Account account) {
        var before = reps.size() + mentors.size() + reaches.size() + choices.size();
        var groups = groups(line, account);
        if (groups.contains(Group.REPS)) {
            plan(line, known.reps().get(line.userName()));
        }
        if (groups.contains(Group.MENTORS)) {
            plan(line, cells, known.mentors().get(line.userName()));
        }
        planChoice(line, groups);
        planReach(line, cells);
        var change = change(line, account);
        var more = reps.size() + mentors.size() + reaches.size() + choices.size() > before;
        if (change.account() != Kind.SAME || !change.joins().isEmpty()) {
            changes.add(change);
            more = true;
        }
        if (change.person().email().isEmpty()) {
            withoutMail++;
        }
        if (account == null) {
            created++;
        } else if (more) {
            changed++;
        } else {
            same++;
        }
    }

    private Everybody.Change change(Line line, Everybody.@Nullable Account account) {
        if (account == null) {
            return new Everybody.Change(
                    new Person(line.userName(), line.firstName(), line.lastName(), line.mail()),
                    Kind.NEW,
                    line.groups());
        }
        var person = account.person();
        var said = new Person(
                person.id(),
                either(line.firstName(), person.firstName()),
                either(line.lastName(), person.lastName()),
                either(line.mail(), person.email()));
        var joins = line.groups().stream()
                .filter(group -> !account.isIn(group))
                .collect(toCollection(() -> EnumSet.noneOf(Group.class)));
        var stays = Stream.of(Group.values())
                .filter(group -> !line.groups().isEmpty()
                        && account.isIn(group)
                        && !line.groups().contains(group))
                .map(Group::id)
                .collect(joining(", "));
        if (!stays.isEmpty()) {
            notes.add("Line " + Objects.requireNonNull(line.cells()).line() + " of people: " + person.id()
                    + " stays in " + stays + "; a file takes nobody out of a group.");
        }
        return new Everybody.Change(said, said.equals(person) ? Kind.SAME : Kind.CHANGED, joins);
    }

    private void plan(Line line, @Nullable Rep kept) {
        var rep = kept == null ? Rep.joined(line.userName(), known.today()) : kept;
        var said = rep.describedAs(
                        either(line.languages(), rep.languages()),
                        Objects.requireNonNullElse(line.timeZone(), rep.timeZone()),
                        either(line.skillsWanted(), rep.skillsWanted()),
                        rep.goals(),
                        rep.noteForMentor())
                .havingJoined(Objects.requireNonNullElse(line.joinedOn(), rep.joinedOn()));
        keep(said, kept, reps);
        allReps.put(said.id(), said);
    }

    private void plan(Line line, Cells cells, @Nullable Mentor kept) {
        var rep = Objects.requireNonNull(allReps.get(line.userName()));
        var capacity = line.capacity();
        if (capacity != null) {
            withPlaces.add(line.userName());
        }
        var said = kept == null
                ? Mentor.registered(
                        line.userName(),
                        capacity == null ? rules.capacity() : capacity,
                        line.skills(),
                        rep.languages(),
                        rep.timeZone())
                : cells.orWrong(
                        PeopleFile.CAPACITY,
                        () -> kept.describedAs(
                                capacity == null ? kept.capacity() : capacity,
                                capacity == null || capacity == kept.capacity() ? 0 : guidance.menteesOf(kept.id()),
                                either(line.skills(), kept.skills()),
                                either(line.languages(), kept.languages()),
                                Objects.requireNonNullElse(line.timeZone(), kept.timeZone())));
        if (said != null) {
            keep(said, kept, mentors);
            allMentors.put(said.id(), said);
        }
    }

    /** A time zone is kept with a rep, unless there is one that somebody has said themself, which counts more. */
    private void planChoice(Line line, Set<Group> groups) {
        var choice = known.choices().getOrDefault(line.userName(), MailChoice.usual(line.userName()));
        if (line.timeZone() != null && (choice.timeZone() != null || !groups.contains(Group.REPS))) {
            keep(choice.choosing(choice.digest(), line.timeZone()), choice, choices);
        }
    }

    private void planReach(Line line, Cells cells) {
        var kept = known.reaches().get(line.userName());
        var how = either(line.reach(), kept == null ? "" : kept.how());
        if (how.isEmpty()) {
            return;
        }
        var seenBy = line.reachSeenBy() != null
                ? line.reachSeenBy()
                : kept == null ? SeenBy.MENTOR_AND_MENTEES : kept.seenBy();
        var said = cells.orWrong(
                PeopleFile.REACH,
                () -> kept == null ? Reach.of(line.userName(), how, seenBy) : kept.saying(how, seenBy));
        if (said != null) {
            keep(said, kept, reaches);
        }
    }

    private static <T> void keep(T said, @Nullable T kept, List<T> all) {
        if (!said.equals(kept)) {
            all.add(said);
        }
    }

    private static String either(String said, String kept) {
        return said.isEmpty() ? kept : said;
    }

    private static Set<String> either(Set<String> said, Set<String> kept) {
        return said.isEmpty() ? kept : said;
    }
}
