package dev.palisade.e2e.engine;

import dev.palisade.e2e.standin.StandInPackage;
import dev.palisade.e2e.standin.StandInPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Executables that the engine or the language host starts. */
public final class Scripts {
    /**
     * This JVM's {@code java}, tuned for a short life. As in {@code .mvn/jvm.config}, the SDK has threads to wait in: on two
     * processors the program would never end on a JDK 24 or newer.
     */
    static final String JAVA = "'" + System.getProperty("java.home")
            + "/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto"
            + " -Djava.util.concurrent.ForkJoinPool.common.parallelism=4";

    private Scripts() {}

    /** Stand-ins as the engine finds real plugins: a {@code pulumi-resource-<name>} for each. */
    public static void plugins(Path directory) throws IOException {
        for (var each : StandInPackage.values()) {
            java(
                    directory.resolve("pulumi-resource-" + each.packageName()),
                    "-cp '%s' %s %s"
                            .formatted(
                                    System.getProperty("java.class.path"),
                                    StandInPlugin.class.getName(),
                                    each.packageName()));
        }
    }

    /** A script that runs this JVM's {@code java} and passes its own arguments on. */
    static void java(Path script, String arguments) throws IOException {
        Files.createDirectories(script.toAbsolutePath().getParent());
        write(script, "exec " + JAVA + " " + arguments + " \"$@\"");
    }

    /** An executable shell script. */
    public static void write(Path script, String body) throws IOException {
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
