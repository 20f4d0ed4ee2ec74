package org.reps.mentoring.web;

import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** An IP address, or all that begin with the same bits. */
final class AddressRange {

    /** Wider than what anybody was given for a network of their own. */
    private static final int WIDEST_IPV4 = 8;

    private static final int WIDEST_IPV6 = 16;

    private final byte[] address;
    private final int prefix;

    private AddressRange(byte[] address, int prefix) {
        this.address = address;
        this.prefix = prefix;
    }

    /**
     * @param text {@code 10.0.0.2}, {@code 172.18.0.0/16} or the same of IPv6
     * @throws IllegalArgumentException saying in plain words what is wrong with it
     */
    static AddressRange of(String text) {
        var slash = text.indexOf('/');
        var address = IpAddress.bytesOf(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> wrong(text, "is no IP address or network."));
        var bits = address.length * Byte.SIZE;
        var prefix = slash < 0 ? bits : prefix(text.substring(slash + 1), bits, text);
        if (prefix < (address.length == 4 ? WIDEST_IPV4 : WIDEST_IPV6)) {
            throw wrong(text, "is so wide that strangers are in it.");
        }
        var rest = BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
        if (new BigInteger(1, address).and(rest).signum() != 0) {
            throw wrong(text, "is no network: after the first " + prefix + " bits there have to be zeros.");
        }
        return new AddressRange(address, prefix);
    }

    private static int prefix(String prefix, int bits, String text) {
        if (!prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > bits) {
            throw wrong(text, "is no network: after the slash there has to be a number from 0 to " + bits + ".");
        }
        return Integer.parseInt(prefix);
    }

    private static IllegalArgumentException wrong(String text, String problem) {
        return new IllegalArgumentException("\"" + text + "\" " + problem);
    }

    /** Matches the addresses in it as Java writes them: those of IPv6 in full, and perhaps with a network interface. */
    String pattern() {
        return address.length == 4
                ? IntStream.range(0, 4)
                        .mapToObj(i -> numbers(address[i] & 0xFF, prefix - 8 * i, 8, 10, "\\d{1,3}"))
                        .collect(joining("\\."))
                : IntStream.range(0, 8)
                        .mapToObj(i -> numbers(
                                (address[2 * i] & 0xFF) << 8 | (address[2 * i + 1] & 0xFF),
                                prefix - 16 * i,
                                16,
                                16,
                                "[0-9a-f]{1,4}"))
                        .collect(joining(":", "", "(?:%.*)?"));
    }

    /** Those that begin with the same bits as the first one. */
    private static String numbers(int first, int same, int bits, int radix, String any) {
        if (same <= 0) {
            return any;
        }
        return IntStream.range(first, first + (1 << Math.max(0, bits - same)))
                .mapToObj(number -> Integer.toString(number, radix))
                .collect(joining("|", "(?:", ")"));
    }
}
