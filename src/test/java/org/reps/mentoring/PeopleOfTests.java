package org.reps.mentoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.h2.api.Trigger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Where classes share an application, everybody is of one class: otherwise it depends on which of them meet in one
 * process whether somebody is there already. Whoever comes in, in whatever way, is written down in a folder of this
 * build, so that another class hears whose name it has taken, also when they do not meet.
 */
public final class PeopleOfTests implements BeforeAllCallback, Trigger {

    private static final Path FOLDER = Path.of("target", "people");

    private static String application = "";
    private static String story = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        var database = SpringExtension.getApplicationContext(context).getBean(JdbcTemplate.class);
        application = database.queryForObject("select database()", String.class);
        story = "the sample";
        if (database.queryForList("select * from information_schema.triggers where trigger_name = 'PEOPLE_OF_TESTS'")
                .isEmpty()) {
            database.queryForList("select id_ from act_id_user", String.class).forEach(PeopleOfTests::isHere);
            database.execute("create trigger people_of_tests before insert on act_id_user for each row call '"
                    + PeopleOfTests.class.getName() + "'");
        }
        story = context.getRequiredTestClass().getSimpleName();
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] user) {
        isHere(user[0].toString());
    }

    /** Somebody of this class; fails if they are somebody of another one. */
    public static void isHere(String userId) {
        try {
            // Each says so first, and looks then: of two at the same moment at least one sees the other.
            var person = Files.createDirectories(FOLDER.resolve(application).resolve(URLEncoder.encode(userId, UTF_8)));
            Files.writeString(person.resolve(story), "");
            try (var stories = Files.list(person)) {
                var others = stories.map(other -> other.getFileName().toString())
                        .filter(other -> !other.equals(story))
                        .collect(joining(" and "));
                if (!others.isEmpty()) {
                    throw new IllegalStateException("\"" + userId + "\" is somebody of " + others
                            + " already, which shares an application with " + story + "; please take another name");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
