package org.reps.mentoring.engine.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reps.mentoring.text.PlainText;
import org.springframework.util.function.SingletonSupplier;

/**
 * What everybody is called who can log in: so that two are never called the same, and that each of these names leads
 * back to them. Two names are the same if they differ only in what people leave out when they type: capital letters,
 * accents and blanks.
 */
final class Names {

    /** So long that nearly nobody's is cut, and so short that a name, a user name and a few words fit on one line. */
    private static final int LONGEST = 80;

    private static final int LONGEST_FIRST_NAME = 40;

    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

    /** Letters with a stroke and the like, which are no letters with accents, and what keyboards have instead. */
    private static final Map<Character, String> TYPED = Map.ofEntries(
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('ħ', "h"),
            Map.entry('ı', "i"),
            Map.entry('ł', "l"),
            Map.entry('ø', "o"),
            Map.entry('ŧ', "t"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('þ', "th"),
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('ʼ', "'"),
            Map.entry('‐', "-"),
            Map.entry('‑', "-"),
            Map.entry('–', "-"));

    private final Map<String, Person> people;
    private final Supplier<Map<String, Long>> fullNames;
    private final Supplier<Map<String, Long>> firstNames;

    /** The user ids of all who are called so, whole or shortened, with the user name or without. */
    private final Supplier<Map<String, Set<String>>> called;

    Names(Collection<Person> people) {
        this.people = people.stream().collect(toMap(Person::id, identity()));
        this.fullNames = SingletonSupplier.of(() -> count(people, Names::fullName));
        this.firstNames = SingletonSupplier.of(() -> count(people, Names::firstName));
        this.called = SingletonSupplier.of(() -> called(people));
    }

    private static Map<String, Long> count(Collection<Person> people, Function<Person, String> name) {
        return people.stream().collect(groupingBy(person -> folded(name.apply(person)), counting()));
    }

    private static Map<String, Set<String>> called(Collection<Person> people) {
        var called = new HashMap<String, Set<String>>();
        for (var person : people) {
            if (isNameless(person)) {
                continue;
            }
            var whole = whole(person);
            var shown = fullName(person);
            Stream.of(whole, shown, withUserName(whole, person), withUserName(shown, person))
                    .forEach(name -> called.computeIfAbsent(folded(name), first -> new TreeSet<>())
                            .add(person.id()));
        }
        return called;
    }

    /** What each of them is called, by their user ids. */
    Map<String, String> shown() {
        return people.values().stream().collect(toMap(Person::id, this::shown));
    }

    /** The full name, and the user name with it where others have the same; the user name where nobody is known. */
    String shown(String userId) {
        var person = people.get(userId);
        return person == null ? userId : shown(person);
    }

    private String shown(Person person) {
        var name = fullName(person);
        if (isNameless(person)) {
            return name;
        }
        var isTheirs = isOnlyOne(name, fullNames)
                // Somebody else's could be written like that.
                && !name.endsWith(")");
        return isTheirs ? name : withUserName(name, person);
    }

    /** The first name, unless others have the same: then as {@link #shown(String)}. */
    String called(String userId) {
        var person = people.get(userId);
        if (person == null) {
            return userId;
        }
        var name = firstName(person);
        return isOnlyOne(name, firstNames) ? name : shown(person);
    }

    /** By what this person is named in texts. */
    Mention mention(String userId) {
        var person = people.get(userId);
        if (person == null || isNameless(person)) {
            return new Mention(
                    userId, person == null ? "" : person.email(), Set.of(), Set.of(), Set.of(), namesBut(userId));
        }
        var last = PlainText.oneLine(person.lastName());
        var called = Stream.of(fullName(person), withUserName(fullName(person), person), firstName(person))
                .collect(toSet());
        var own = new TreeSet<>(Set.of(withUserName(fullName(person), person)));
        var shared = new TreeSet<String>();
        (isOnlyOne(fullName(person), fullNames) ? own : shared).addAll(List.of(whole(person), fullName(person)));
        (isOnlyOne(firstName(person), firstNames) ? own : shared).add(firstName(person));
        if (people.values().stream()
                        .map(Person::lastName)
                        .filter(other -> folded(other).equals(folded(last)))
                        .count()
                == 1) {
            own.add(last);
        }
        return new Mention(userId, person.email(), called, own, shared, namesBut(userId));
    }

    private Set<String> namesBut(String userId) {
        return people.values().stream()
                .filter(other -> !other.id().equals(userId))
                .flatMap(other ->
                        Stream.of(fullName(other), withUserName(fullName(other), other), firstName(other), other.id()))
                .collect(toSet());
    }

    private static boolean isOnlyOne(String name, Supplier<Map<String, Long>> all) {
        return all.get().getOrDefault(folded(name), 0L) == 1;
    }

    /** What somebody calls a person to their face: the first name, or else the last, or else the user name. */
    static String greeting(Person person) {
        return firstName(person);
    }

    /** The name with the user name, whether or not others have the same. */
    String toldApart(String userId) {
        var person = people.get(userId);
        return person == null || isNameless(person) ? userId : withUserName(fullName(person), person);
    }

    /** The user ids of all whom somebody could mean who types this. */
    List<String> meantBy(String typed) {
        return Stream.concat(withUserName(typed), called.get().getOrDefault(folded(typed), Set.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The user ids of all in whose name this stands, and of all who are {@linkplain #meantBy(String) meant} by it. */
    Stream<String> mentionedBy(String part) {
        var name = folded(part);
        var called = people.values().stream()
                .filter(person -> !name.isEmpty() && folded(whole(person)).contains(name))
                .map(Person::id);
        return Stream.concat(meantBy(part).stream(), called).distinct();
    }

    /**
     * The one with this user name, in small or capital letters; several only where accounts are older than the rule
     * that no two differ by that alone.
     */
    Stream<String> withUserName(String typed) {
        var userName = PlainText.oneLine(typed);
        return people.containsKey(userName)
                ? Stream.of(userName)
                : people.keySet().stream().filter(userName::equalsIgnoreCase);
    }

    private static String withUserName(String name, Person person) {
        return name + " (" + person.id() + ")";
    }

    private static boolean isNameless(Person person) {
        return whole(person).isEmpty();
    }

    private static String fullName(Person person) {
        return isNameless(person) ? person.id() : PlainText.shortened(whole(person), LONGEST);
    }

    private static String firstName(Person person) {
        return Stream.of(person.firstName(), person.lastName())
                .map(PlainText::oneLine)
                .filter(name -> !name.isEmpty())
                .map(name -> PlainText.shortened(name, LONGEST_FIRST_NAME))
                .findFirst()
                .orElse(person.id());
    }

    private static String whole(Person person) {
        return PlainText.oneLine(person.firstName() + " " + person.lastName());
    }

    /** What two names have in common that are the same. */
    private static String folded(String name) {
        var line = PlainText.oneLine(name);
        if (line.chars().allMatch(c -> c < 0x80)) {
            return line.toLowerCase(Locale.ROOT);
        }
        // There and back: there is no capital of some letters, and no small one of others.
        var plain = ACCENTS.matcher(Normalizer.normalize(line, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        var folded = new StringBuilder();
        for (var letter : plain.toCharArray()) {
            folded.append(TYPED.getOrDefault(letter, String.valueOf(letter)));
        }
        return folded.toString();
    }
}
