package org.reps.mentoring.post;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered instead of taking a mail. Its words are left out: they tend to repeat the address.
 *
 * @param phase how far the conversation was
 * @param code the reply code (RFC 5321)
 * @param status the enhanced status code (RFC 3463), which says more exactly what is wrong; empty where there is none
 */
record SmtpAnswer(Phase phase, int code, String status) {

    enum Phase {
        SENDER,
        RECIPIENT,
        CONTENT
    }

    /** No such mailbox, not here, not allowed as a name, no address at all; nothing behind that domain (RFC 7504). */
    private static final Set<Integer> NO_SUCH_RECIPIENT = Set.of(550, 551, 553, 501, 521, 556);

    /**
     * Address of the receiver: wrong mailbox, wrong system, wrong syntax, moved and so on; 7 and 8 are the sender's.
     */
    private static final Pattern WRONG_ADDRESS = Pattern.compile("5\\.1\\.(?![78]$).*");

    /**
     * Also said in answer to the receiver, but about something else: the sender's address, a full mailbox, a system in
     * trouble, and rules such as that one has to log in first.
     */
    private static final Pattern NOT_THE_ADDRESS = Pattern.compile("5\\.1\\.[78]|5\\.2\\.2|5\\.3\\..*|5\\.7\\..*");

    private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** The answer behind a failure; empty when there was none, as when the server cannot be reached. */
    static Optional<SmtpAnswer> behind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return answer(Phase.RECIPIENT, refused.getReturnCode(), refused.getMessage());
            }
            if (cause instanceof SMTPSendFailedException refused) {
                var phase = refused.getCommand().startsWith("MAIL") ? Phase.SENDER : Phase.CONTENT;
                return answer(phase, refused.getReturnCode(), refused.getMessage());
            }
        }
        return Optional.empty();
    }

    /** Whether another attempt is useless as long as the address is the same. Everything else may pass. */
    boolean isAboutTheAddress() {
        return switch (phase) {
            case SENDER -> false;
            case RECIPIENT ->
                WRONG_ADDRESS.matcher(status).matches()
                        || (NO_SUCH_RECIPIENT.contains(code)
                                && !NOT_THE_ADDRESS.matcher(status).matches());
            // Some servers look for the mailbox only now; without a status it could as well be about spam or size.
            case CONTENT -> WRONG_ADDRESS.matcher(status).matches();
        };
    }

    @Override
    public String toString() {
        return (code + " " + status).strip();
    }

    private static Optional<SmtpAnswer> answer(Phase phase, int code, @Nullable String words) {
        // A connection that breaks has the code -1.
        if (code < 0) {
            return Optional.empty();
        }
        var status = STATUS.matcher(Objects.requireNonNullElse(words, ""));
        return Optional.of(new SmtpAnswer(phase, code, status.find() ? status.group(1) : ""));
    }
}
