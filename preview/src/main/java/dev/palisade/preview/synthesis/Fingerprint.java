package dev.palisade.preview.synthesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Characters that are the same for the same URN and salt, and differ for any other. */
final class Fingerprint {
    private static final String ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String HEX = "0123456789abcdef";
    private static final String DIGITS = "0123456789";

    private final BigInteger number;

    Fingerprint(String urn, String salt) {
        number = new BigInteger(1, sha512(urn + '\n' + salt));
    }

    String hex(int length) {
        return characters(HEX, length);
    }

    String digits(int length) {
        return characters(DIGITS, length);
    }

    String alphanumeric(int length) {
        return characters(ALPHANUMERIC, length);
    }

    /** A version 4 UUID in form (RFC 9562). */
    String uuid() {
        var hex = hex(32);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                "4" + hex.substring(13, 16),
                "a" + hex.substring(17, 20),
                hex.substring(20));
    }

    /** 1 to 254: the last part of an IPv4 host address. */
    int octet() {
        return number.mod(BigInteger.valueOf(254)).intValue() + 1;
    }

    byte[] bytes(int length) {
        var all = number.toByteArray();
        var bytes = new byte[length];
        System.arraycopy(all, all.length - length, bytes, 0, length);
        return bytes;
    }

    private String characters(String alphabet, int length) {
        var text = new StringBuilder(length);
        var rest = number;
        var base = BigInteger.valueOf(alphabet.length());
        for (int i = 0; i < length; i++) {
            var step = rest.divideAndRemainder(base);
            text.append(alphabet.charAt(step[1].intValue()));
            rest = step[0];
        }
        return text.toString();
    }

    private static byte[] sha512(String text) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-512", e);
        }
    }
}
