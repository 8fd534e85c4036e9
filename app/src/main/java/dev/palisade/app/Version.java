package dev.palisade.app;

import java.util.Objects;

/** The version that the build wrote into the jar. */
final class Version {
    private Version() {}

    /** The version, or {@code development} where the classes are in no jar. */
    static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
