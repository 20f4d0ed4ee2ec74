package org.reps.mentoring.answerlink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.calendar.Days;
import org.reps.mentoring.engine.mailed.AnswerableTasks;
import org.reps.mentoring.engine.mailed.AnswerableTasks.Waiting;
import org.reps.mentoring.engine.people.ChosenPasswords;
import org.reps.mentoring.entrylink.LocalPasswords;
import org.reps.mentoring.mentor.Mentors;
import org.springframework.stereotype.Component;

/**
 * The links by which people answer from a mail. Nothing is kept of them: one names its task and its end, and is signed
 * together with how it stood when it was sent: whose task it was and that nothing of it was changed, and the person's
 * password, address and groups. As soon as one of these is another, the signature does not hold any more.
 */
@Component
public class AnswerLinks {

    private static final int SIGNED_BYTES = 2 * Long.BYTES + Long.BYTES;
    private static final int SIGNATURE_BYTES = 32;

    /** In Base64, without padding. */
    private static final Pattern CODE = Pattern.compile("[\\w-]{75}");

    private final List<SecretKey> keys;
    private final AnswerableTasks tasks;
    private final ChosenPasswords passwords;
    private final LocalPasswords local;
    private final Mentors mentors;
    private final Days days;
    private final Clock clock;

    AnswerLinks(
            AnswerLinkKeys keys,
            AnswerableTasks tasks,
            ChosenPasswords passwords,
            LocalPasswords local,
            Mentors mentors,
            Days days,
            Clock clock) {
        this.keys = keys.secrets();
        this.tasks = tasks;
        this.passwords = passwords;
        this.local = local;
        this.mentors = mentors;
        this.days = days;
        this.clock = clock;
    }

    /** Whether this task is theirs and can be answered from a mail now. */
    public boolean areFor(String taskId, String personId) {
        return open(taskId).filter(task -> task.personId().equals(personId)).isPresent();
    }

    /**
     * What stands in a link; to be kept and written nowhere but in the mail.
     *
     * @return empty when it would open nothing
     */
    public Optional<String> make(String taskId, String personId) {
        return open(taskId).filter(task -> task.personId().equals(personId)).map(this::code);
    }

    private String code(Waiting task) {
        var signed = signed(task).array();
        var code = ByteBuffer.allocate(SIGNED_BYTES + SIGNATURE_BYTES)
                .put(signed)
                .put(signature(keys.get(0), signed, task));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code.array());
    }

    /** The task that somebody may answer who comes by this link; it stays as it is. */
    Optional<Waiting> find(String code) {
        return taskOf(code).flatMap(this::open).filter(task -> opens(code, task));
    }

    /** The id of the task that a link names, whether it holds or not. */
    Optional<String> taskOf(String code) {
        return bytes(code).map(bytes -> new UUID(bytes.getLong(), bytes.getLong()).toString());
    }

    /** Whether this link holds for the task as it is now. */
    boolean opens(String code, Waiting task) {
        return isInTime(task)
                && bytes(code)
                        .filter(bytes -> isSignedBy(bytes, task) && isBefore(bytes))
                        .isPresent();
    }

    private boolean isBefore(ByteBuffer code) {
        return clock.instant().isBefore(Instant.ofEpochSecond(code.getLong(2 * Long.BYTES)));
    }

    /** Of all keys, so that how long it takes does not tell which. */
    private boolean isSignedBy(ByteBuffer code, Waiting task) {
        var signed = new byte[SIGNED_BYTES];
        var signature = new byte[SIGNATURE_BYTES];
        code.get(0, signed).get(SIGNED_BYTES, signature);
        var holds = false;
        for (var key : keys) {
            holds |= MessageDigest.isEqual(signature, signature(key, signed, task));
        }
        return holds;
    }

    private Optional<Waiting> open(String taskId) {
        return local.areOn() ? tasks.find(taskId).filter(task -> isInTime(task) && isThere(task)) : Optional.empty();
    }

    private boolean isInTime(Waiting task) {
        return clock.instant().isBefore(task.due());
    }

    /** Whoever could not log in, or is away, is not asked. */
    private boolean isThere(Waiting task) {
        return passwords.of(task.personId()).isPresent()
                && mentors.findById(task.personId())
                        .filter(mentor -> mentor.isAwayAt(days.now()))
                        .isEmpty();
    }

    private static ByteBuffer signed(Waiting task) {
        var id = UUID.fromString(task.taskId());
        return ByteBuffer.allocate(SIGNED_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(task.due().getEpochSecond());
    }

    private byte[] signature(SecretKey key, byte[] signed, Waiting task) {
        var mark = passwords
                .of(task.personId())
                .map(ChosenPasswords.Standing::mark)
                .orElse("");
        try {
            var mac = Mac.getInstance(AnswerLinkKeys.ALGORITHM);
            mac.init(key);
            mac.update("an answer from a mail\n".getBytes(UTF_8));
            mac.update(signed);
            mac.update(String.join("\n", task.personId(), mark, task.changedAt(), String.join(" ", task.groups()))
                    .getBytes(UTF_8));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<ByteBuffer> bytes(@Nullable String code) {
        return Optional.ofNullable(code)
                .filter(CODE.asMatchPredicate())
                .map(text -> ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
    }
}
