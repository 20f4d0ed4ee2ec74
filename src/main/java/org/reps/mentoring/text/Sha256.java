package org.reps.mentoring.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two texts, or two files, are the same without keeping either. */
public final class Sha256 {

    private Sha256() {}

    /** 64 letters and digits: the SHA-256 of the text in UTF-8, in hexadecimal notation. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 letters and digits: the SHA-256 of the bytes, in hexadecimal notation. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
