package org.reps.mentoring.engine.login;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Keeps passwords in a way that makes guessing them expensive. Each hash says how much work it was, so that the work
 * can be raised while older hashes stay valid.
 */
final class PasswordHash implements PasswordEncryptor {

    private static final int SALT_BYTES = 16;

    private final int work;

    /** @param work how many rounds a new hash takes, and so every guess */
    PasswordHash(int work) {
        this.work = work;
    }

    @Override
    public String hashAlgorithmName() {
        return "pbkdf2-sha512";
    }

    @Override
    public String encrypt(String password) {
        return work + "$" + rounds(work).encode(password);
    }

    @Override
    public boolean check(String password, String kept) {
        var end = kept.indexOf('$');
        return rounds(Integer.parseInt(kept.substring(0, end))).matches(password, kept.substring(end + 1));
    }

    /**
     * Whether checking a password against this, as it is kept with the name of its algorithm, is as much work as ours.
     */
    boolean isAsMuchWork(@Nullable String kept) {
        return kept != null && kept.startsWith("{" + hashAlgorithmName() + "}" + work + "$");
    }

    private static Pbkdf2PasswordEncoder rounds(int work) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, work, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    }
}
