package org.reps.mentoring.sample;

import static org.reps.mentoring.engine.people.Group.ANALYSTS;
import static org.reps.mentoring.engine.people.Group.CONTACTS;
import static org.reps.mentoring.engine.people.Group.COUNCIL;
import static org.reps.mentoring.engine.people.Group.MENTORS;
import static org.reps.mentoring.engine.people.Group.REPS;

import java.util.List;
import java.util.stream.Stream;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.engine.people.People;
import org.reps.mentoring.engine.people.Person;

/** The people of the sample programme; the first letter of a user name tells the role. */
final class SamplePeople {

    /** The password of all sample people, known to everybody. */
    static final String PASSWORD = "mentoring-demo";

    private static final List<Member> MEMBERS = List.of(
            member("clara", "Okafor", CONTACTS, COUNCIL),
            member("chidi", "Nair", CONTACTS, COUNCIL),
            member("carmen", "Ruiz", COUNCIL),
            member("caleb", "Stone", COUNCIL),
            member("maya", "Lindqvist", MENTORS, REPS),
            member("mateo", "Quispe", MENTORS, REPS),
            member("mei", "Tanaka", MENTORS, REPS),
            member("musa", "Diallo", MENTORS, REPS),
            member("ravi", "Sharma", REPS),
            member("rosa", "Ferreira", REPS),
            member("rumi", "Huaman", REPS),
            member("remy", "Laurent", REPS),
            member("rita", "Kowalska", REPS),
            member("rana", "Haddad", REPS),
            member("rolf", "Brandt", REPS),
            member("ruth", "Mwangi", REPS),
            member("riku", "Virtanen", REPS),
            member("anna", "Novak", ANALYSTS));

    /** They are known only after what happens among the others. */
    private static final List<Member> COMING_AND_GOING = List.of(
            member("mirko", "Horvat", MENTORS, REPS),
            member("malou", "Peeters", MENTORS, REPS),
            // Taken out of all groups outside of the application.
            member("moritz", "Keller"),
            member("roman", "Petrov", REPS),
            member("rasa", "Kazlauskaite", REPS),
            member("ronja", "Nilsen", REPS),
            member("renata", "Costa", REPS));

    private SamplePeople() {}

    static void register(People people) {
        register(MEMBERS, people);
    }

    static void registerThoseWhoComeAndGo(People people) {
        register(COMING_AND_GOING, people);
    }

    private static void register(List<Member> members, People people) {
        for (var member : members) {
            people.register(member.person(), PASSWORD, member.groups().toArray(Group[]::new));
        }
    }

    static List<String> ids() {
        return Stream.concat(MEMBERS.stream(), COMING_AND_GOING.stream())
                .map(member -> member.person().id())
                .toList();
    }

    private static Member member(String id, String lastName, Group... groups) {
        var firstName = Character.toUpperCase(id.charAt(0)) + id.substring(1);
        return new Member(new Person(id, firstName, lastName, id + "@example.org"), List.of(groups));
    }

    private record Member(Person person, List<Group> groups) {}
}
