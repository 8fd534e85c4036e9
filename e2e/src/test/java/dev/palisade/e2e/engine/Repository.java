package dev.palisade.e2e.engine;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the product's sources are. */
public final class Repository {
    private Repository() {}

    /** The directory of build-pom.xml, found upwards from the working directory. */
    public static Path root() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("build-pom.xml"))) {
                return at;
            }
        }
        throw new IllegalStateException("run inside the repository: no build-pom.xml above the working directory");
    }
}
