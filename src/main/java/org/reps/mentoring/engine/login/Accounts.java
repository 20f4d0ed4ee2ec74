package org.reps.mentoring.engine.login;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.jspecify.annotations.Nullable;
import org.reps.mentoring.engine.rights.Revocations;
import org.reps.mentoring.rules.Refusal;
import org.reps.mentoring.text.PlainText;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Checks passwords wherever the engine is asked to: at the login of the web applications and of the REST API, and when
 * somebody changes their password. Instead of the engine's lock, which lets strangers lock others out, it asks
 * {@link LoginAttempts}. Names and addresses are one line, whoever writes them. Whoever leaves a group, or altogether,
 * leaves no {@linkplain Revocations revocations} behind; what they need in another one comes back with their next
 * request.
 */
class Accounts extends DbIdentityServiceProvider {

    private final PasswordHash hash;
    private final LoginAttempts attempts;

    Accounts(PasswordHash hash, LoginAttempts attempts) {
        this.hash = hash;
        this.attempts = attempts;
    }

    /**
     * What was pasted along with an address and cannot be seen is left out.
     *
     * @throws Refusal if a name or the address has more than one line, or a name something in it that nobody sees
     */
    @Override
    public IdentityOperationResult saveUser(User user) {
        if (user.getEmail() != null) {
            user.setEmail(PlainText.visible(user.getEmail()));
        }
        var problems = new ArrayList<String>();
        checkOneLine("First name", user.getFirstName(), problems);
        checkOneLine("Last name", user.getLastName(), problems);
        checkOneLine("E-mail", user.getEmail(), problems);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return super.saveUser(user);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        Revocations.end(userId, Context.getCommandContext());
        return super.deleteMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        Revocations.end(userId, Context.getCommandContext());
        return super.deleteUser(userId);
    }

    private static void checkOneLine(String label, @Nullable String text, List<String> problems) {
        if (text != null) {
            PlainText.wrongInOneLine(text).ifPresent(problem -> problems.add(label + ": " + problem + "."));
        }
    }

    @Override
    public boolean checkPassword(@Nullable String userId, @Nullable String password) {
        if (userId == null || password == null) {
            return false;
        }
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return isRight(userId, password);
        }
        var address = request.getRequest().getRemoteAddr();
        attempts.begin(address, userId);
        var right = isRight(userId, password);
        if (right) {
            attempts.succeeded(address, userId);
        }
        return right;
    }

    private boolean isRight(String userId, String password) {
        var user = findUserById(userId);
        if (user == null || !hash.isAsMuchWork(user.getPassword())) {
            // Otherwise the time it takes would tell who has an account here.
            hash.encrypt(password);
        }
        return user != null && user.getPassword() != null && matchPassword(password, user);
    }
}
