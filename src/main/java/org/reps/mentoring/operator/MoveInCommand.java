package org.reps.mentoring.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.movein.MoveIn;
import org.reps.mentoring.movein.Outcome;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.wayin.Invitations;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * The commands with which an operator brings a programme in, invites its people, and takes one out. They start what the
 * application consists of, but serve nobody and do nothing that is due meanwhile; the sample programme is not created
 * either.
 */
public final class MoveInCommand {

    private static final String IMPORT = "import";
    private static final String EXPORT = "export";
    private static final String INVITE = "invite";
    private static final String DRY_RUN = "--dry-run";

    private static final int DONE = 0;
    /** Something in the files has to be mended; nothing was changed. */
    private static final int REFUSED = 1;
    /** It was not said what to do, or a file is not there. */
    private static final int MISUNDERSTOOD = 2;
    /** The database or a setting does not allow it. */
    private static final int NOT_STARTED = 3;

    private static final int LARGEST_FILE = 50_000_000;

    /** Of H2, for a file that another process has open. */
    private static final int OPEN_ELSEWHERE = 90020;

    private static final String USAGE = """
            Please say what to do:

              java -jar reps-mentoring.jar import people.csv [mentorships.csv] [--dry-run]
              java -jar reps-mentoring.jar invite
              java -jar reps-mentoring.jar export people.csv mentorships.csv

            With --dry-run it only says what would be done. Settings can follow, as when the application is started.
            What the files look like: docs/move-in/README.md.""";

    private static final List<String> OWN_SETTINGS =
            List.of("--camunda.bpm.job-execution.enabled=false", "--mentoring.sample=false");

    /** What is wrong is said in a sentence, unless the operator wants to know more. */
    private static final List<String> QUIET =
            List.of("--logging.level.root=OFF", "--logging.level.org.reps.mentoring=OFF");

    private MoveInCommand() {}

    /** Whether the operator has started the application for this. */
    public static boolean isAskedFor(String... arguments) {
        return words(arguments)
                .findFirst()
                .filter(List.of(IMPORT, EXPORT, INVITE)::contains)
                .isPresent();
    }

    /**
     * Does it, and says what it was.
     *
     * @param application what to start
     * @return the exit code, 0 when it is done
     */
    public static int run(Class<?> application, String... arguments) {
        var words = words(arguments).toList();
        var isTrial = Arrays.asList(arguments).contains(DRY_RUN);
        var unknown = Arrays.stream(arguments)
                .filter(MoveInCommand::isNoSetting)
                .filter(argument -> !argument.equals(DRY_RUN) || !words.get(0).equals(IMPORT))
                .findFirst();
        if (unknown.isPresent()) {
            return misunderstood("There is no " + unknown.get() + " here, so nothing is done.\n\n" + USAGE);
        }
        try {
            var names = words.subList(1, words.size()).stream().map(Path::of).toList();
            if (words.get(0).equals(INVITE)) {
                return names.isEmpty()
                        ? with(application, arguments, Invitations.class, MoveInCommand::invited)
                        : misunderstood(USAGE);
            }
            if (words.get(0).equals(EXPORT)) {
                return names.size() == 2 ? exported(application, names, arguments) : misunderstood(USAGE);
            }
            if (names.isEmpty() || names.size() > 2) {
                return misunderstood(USAGE);
            }
            var files = new MoveIn.Files(read(names.get(0)), names.size() == 1 ? null : read(names.get(1)));
            return with(
                    application,
                    arguments,
                    MoveIn.class,
                    moveIn -> said(isTrial ? moveIn.tried(files) : moveIn.done(files)));
        } catch (InvalidPathException e) {
            return misunderstood("There is no file " + e.getInput() + ".");
        } catch (Refusal refused) {
            return misunderstood(refused.toString());
        }
    }

    private static int exported(Class<?> application, List<Path> names, String... arguments) {
        names.stream().filter(Files::exists).findFirst().ifPresent(there -> {
            throw new Refusal("There is a file " + there + " already. Please move it away, or give another name.");
        });
        return with(application, arguments, MoveIn.class, moveIn -> {
            write(names.get(0), moveIn.people());
            write(names.get(1), moveIn.mentorships());
            say("Written: " + names.get(0) + " and " + names.get(1) + ".");
            return true;
        });
    }

    /** All who were never invited; the mails wait in the database until the application sends them. */
    private static boolean invited(Invitations invitations) {
        var invited = 0;
        Invitations.Round round;
        do {
            round = invitations.invite(false);
            invited += round.invited();
        } while (round.left() > 0);
        say("Invited: " + invited + ". The application sends the mails as soon as it runs.");
        var withoutAddress = invitations.standing().withoutAddress();
        if (!withoutAddress.isEmpty()) {
            say("Not invited, as there is no mail address that mails could be sent to: "
                    + String.join(", ", withoutAddress) + ".");
        }
        if (round.failed() > 0) {
            say("Not invited, as something went wrong: " + round.failed()
                    + ". With --logging.level.root=WARN you are told what; the others are invited.");
        }
        return round.failed() == 0;
    }

    private static <B> int with(Class<?> application, String[] arguments, Class<B> bean, Predicate<B> action) {
        try (var context = start(application, arguments)) {
            return action.test(context.getBean(bean)) ? DONE : REFUSED;
        } catch (Refusal refused) {
            say(refused.toString());
            return REFUSED;
        } catch (RuntimeException e) {
            say(
                    isOpenElsewhere(e)
                            ? "Another process has the database open, perhaps the application itself. Please stop it first,"
                                    + " or use the page “Move in” in Cockpit, as the operator."
                            : "The programme could not be opened: "
                                    + NestedExceptionUtils.getMostSpecificCause(e)
                                            .getMessage());
            return NOT_STARTED;
        }
    }

    private static ConfigurableApplicationContext start(Class<?> application, String... arguments) {
        var programme = new SpringApplication(application);
        programme.setWebApplicationType(WebApplicationType.NONE);
        programme.setLogStartupInfo(false);
        var settings = new ArrayList<>(OWN_SETTINGS);
        if (Arrays.stream(arguments).noneMatch(argument -> argument.startsWith("--logging.level."))) {
            settings.addAll(QUIET);
        }
        Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--") && !argument.equals(DRY_RUN))
                .filter(argument -> OWN_SETTINGS.stream()
                        .noneMatch(own -> argument.startsWith(own.substring(0, own.indexOf('=') + 1))))
                .forEach(settings::add);
        return programme.run(settings.toArray(String[]::new));
    }

    private static boolean isOpenElsewhere(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getErrorCode() == OPEN_ELSEWHERE) {
                return true;
            }
        }
        return false;
    }

    private static boolean said(Outcome outcome) {
        outcome.faults().forEach(fault -> say(fault.toString()));
        outcome.sentences().forEach(MoveInCommand::say);
        return !outcome.isRefused();
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new Refusal("The file " + file + " is too large; at most 50 MB are read.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Refusal("There is no file " + file + ".");
        } catch (IOException e) {
            throw new Refusal("The file " + file + " cannot be read.");
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Refusal("The file " + file + " cannot be written.");
        }
    }

    /** Settings have a value. Whoever meant a trial, and wrote it in another way, must not get the real thing. */
    private static boolean isNoSetting(String argument) {
        return argument.startsWith("--") && (!argument.contains("=") || argument.startsWith(DRY_RUN));
    }

    private static Stream<String> words(String... arguments) {
        return Arrays.stream(arguments).filter(argument -> !argument.startsWith("--"));
    }

    private static int misunderstood(String why) {
        say(why);
        return MISUNDERSTOOD;
    }

    /** For whoever has started it by hand. */
    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
