package dev.palisade.platform.workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A tag that changes with the sources: the registry's tags never move, so each build needs its own. */
final class SourceTag {

    private static final int DIGITS = 16;

    private SourceTag() {}

    /**
     * Digests names and contents of all files below a folder, build output excepted.
     *
     * @throws UncheckedIOException if the folder can't be read
     */
    static String of(Path folder) {
        try (var files = Files.walk(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.filter(Files::isRegularFile)
                    .filter(path -> !folder.relativize(path).startsWith("target"))
                    .sorted()
                    .toList()) {
                digest.update(folder.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return "src-" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the image's sources can't be read: " + folder, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
