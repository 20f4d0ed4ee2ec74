package org.reps.mentoring.confidential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key for AES-GCM: the operator's, which wraps data keys, or a data key, which seals texts. */
record SealingKey(String id, SecretKey key) {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A key of the operator. Its id is made from the key itself, so that nobody has to name keys and none is mixed up.
     *
     * @param base64 32 bytes
     * @throws IllegalArgumentException telling how to make a key, when this is none
     */
    static SealingKey of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key for confidential texts is 32 random bytes in Base64; you get one"
                    + " with: openssl rand -base64 32");
        }
        return new SealingKey(fingerprint(bytes), new SecretKeySpec(bytes, "AES"));
    }

    /** A new data key. */
    static SealingKey random(String id) {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new SealingKey(id, new SecretKeySpec(bytes, "AES"));
    }

    /** A data key as it is stored, so that only this key unwraps it. */
    String wrap(SealingKey dataKey, String label) {
        return seal(Base64.getEncoder().encodeToString(dataKey.key().getEncoded()), label);
    }

    SealingKey unwrap(String id, String wrapped, String label) {
        return new SealingKey(id, new SecretKeySpec(Base64.getDecoder().decode(open(wrapped, label)), "AES"));
    }

    /** @param label what the sealed text belongs to; it opens under the same label only */
    String seal(String text, String label) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = apply(Cipher.ENCRYPT_MODE, nonce, label, text.getBytes(StandardCharsets.UTF_8));
        var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return Base64.getEncoder().encodeToString(whole);
    }

    /** @throws IllegalStateException when it, or the label, is not what was sealed with this key */
    String open(String sealed, String label) {
        byte[] whole;
        try {
            whole = Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            throw failed(label, e);
        }
        if (whole.length < NONCE_BYTES) {
            throw failed(label, null);
        }
        var nonce = Arrays.copyOf(whole, NONCE_BYTES);
        var text = apply(Cipher.DECRYPT_MODE, nonce, label, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, String label, byte[] input) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(label, e);
        }
    }

    private static IllegalStateException failed(String label, @Nullable Exception cause) {
        return new IllegalStateException(
                "The confidential text or key " + label.lines().findFirst().orElse("") + " cannot be sealed or opened",
                cause);
    }

    private static String fingerprint(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the key itself: this is what a log would show. */
    @Override
    public String toString() {
        return "SealingKey[" + id + "]";
    }
}
