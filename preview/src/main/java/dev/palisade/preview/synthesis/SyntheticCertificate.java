package dev.palisade.preview.synthesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** Certificates that parse as X.509 and differ by serial number; nobody holds a key to them. */
final class SyntheticCertificate {
    private static final byte[] VERSION_THEN_SERIAL = {(byte) 0xA0, 3, 2, 1, 2, 2};
    private static final byte[] TEMPLATE = der();

    private SyntheticCertificate() {}

    /** Base64 of a PEM file, as EKS gives a cluster's certificate authority. */
    static String base64Pem(Fingerprint fingerprint) {
        var der = TEMPLATE.clone();
        int serial = serialOffset(der);
        var bytes = fingerprint.bytes(der[serial - 1]);
        bytes[0] = (byte) ((bytes[0] & 0x3F) | 0x40); // A positive integer of full length.
        System.arraycopy(bytes, 0, der, serial, bytes.length);
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static int serialOffset(byte[] der) {
        for (int at = 0; at < der.length - VERSION_THEN_SERIAL.length; at++) {
            int next = at + VERSION_THEN_SERIAL.length;
            if (java.util.Arrays.equals(der, at, next, VERSION_THEN_SERIAL, 0, VERSION_THEN_SERIAL.length)) {
                return next + 1;
            }
        }
        throw new IllegalStateException("certificate.pem is not a version 3 certificate");
    }

    private static byte[] der() {
        try (InputStream pem = Objects.requireNonNull(
                SyntheticCertificate.class.getResourceAsStream("certificate.pem"), "certificate.pem")) {
            var text = new String(pem.readAllBytes(), StandardCharsets.US_ASCII);
            return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
