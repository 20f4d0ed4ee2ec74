package org.reps.mentoring.engine.arrivals;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.login.SignInSettings;
import org.reps.mentoring.engine.people.Group;
import org.reps.mentoring.text.PlainText;
import org.reps.mentoring.text.Sha256;

/**
 * What the provider says of somebody who has signed in there, as far as it is of use here.
 *
 * @param identity who they are, whatever else changes: a hash of the issuer and the subject
 * @param userName as it can be one here; empty when nothing of it can
 * @param isUserName whether it is called so there, letter by letter; otherwise several may be who are here
 * @param firstName empty, as the next two, when it is not said or cannot be shown in one line
 * @param mail empty also when it is said not to be theirs
 * @param mailIsVerified whether it is said to be theirs
 * @param groups those of the programme, by their ids here; null when groups are given here only
 */
public record Claimed(
        String identity,
        String userName,
        boolean isUserName,
        String firstName,
        String lastName,
        String mail,
        boolean mailIsVerified,
        @Nullable Set<String> groups) {

    private static final Set<String> OF_THE_PROGRAMME = Stream.concat(
                    Arrays.stream(Group.values()).map(Group::id), Stream.of(Groups.CAMUNDA_ADMIN))
            .collect(toSet());

    /** A user name has 64, of which a number may be some. */
    private static final int LONGEST_USER_NAME = 60;

    /** As long as the engine keeps it. */
    private static final int LONGEST = 255;

    public static Claimed of(Map<String, Object> claims, SignInSettings settings) {
        var verified = Optional.ofNullable(claims.get("email_verified")).map(String::valueOf);
        var first = inOneLine(claims, "given_name");
        var last = inOneLine(claims, "family_name");
        var called = beforeAt(text(claims, settings.userNameClaim()));
        var userName = userName(called);
        return new Claimed(
                identity(text(claims, "iss"), text(claims, "sub")),
                userName,
                called.equalsIgnoreCase(userName),
                first.isEmpty() && last.isEmpty() ? inOneLine(claims, "name") : first,
                last,
                verified.equals(Optional.of("false")) ? "" : inOneLine(claims, "email"),
                verified.equals(Optional.of("true")),
                settings.groupsClaim().isBlank() ? null : groups(claims, settings));
    }

    /** Whoever knows it cannot tell from it who it is. */
    public static String identity(String issuer, String subject) {
        if (issuer.isEmpty() || subject.isEmpty()) {
            throw new IllegalArgumentException("Nobody is named");
        }
        return Sha256.of(issuer + "\n" + subject);
    }

    /** A hash of the name and the address. */
    String said() {
        return Sha256.of(firstName + "\n" + lastName + "\n" + mail);
    }

    private static String beforeAt(String said) {
        var at = said.indexOf('@');
        return at < 0 ? said : said.substring(0, at).strip();
    }

    private static String userName(String said) {
        var letters = Normalizer.normalize(said, Normalizer.Form.NFKD).replaceAll("[^a-zA-Z0-9]", "");
        return letters.substring(0, Math.min(letters.length(), LONGEST_USER_NAME));
    }

    private static Set<String> groups(Map<String, Object> claims, SignInSettings settings) {
        var said = claim(claims, settings.groupsClaim());
        Stream<String> all = said instanceof Collection<?> several
                ? several.stream().map(String::valueOf)
                : said instanceof String one ? Stream.of(one.split("[,\\s]+")) : Stream.empty();
        // Keycloak writes groups as paths.
        return all.map(group -> group.startsWith("/") ? group.substring(1) : group)
                .filter(group -> group.startsWith(settings.groupsPrefix()))
                .map(group -> group.substring(settings.groupsPrefix().length()))
                .filter(OF_THE_PROGRAMME::contains)
                .collect(toCollection(LinkedHashSet::new));
    }

    private static String inOneLine(Map<String, Object> claims, String name) {
        var said = PlainText.visible(text(claims, name)).strip();
        return said.length() > LONGEST || PlainText.wrongInOneLine(said).isPresent() ? "" : said;
    }

    private static String text(Map<String, Object> claims, String name) {
        var said = claim(claims, name);
        return said == null ? "" : said.toString().strip();
    }

    /** Under its name, or inside of others as in {@code realm_access.roles}. */
    private static @Nullable Object claim(@Nullable Map<?, ?> claims, String name) {
        if (claims == null || claims.containsKey(name)) {
            return claims == null ? null : claims.get(name);
        }
        var dot = name.indexOf('.');
        return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inside
                ? claim(inside, name.substring(dot + 1))
                : null;
    }
}
