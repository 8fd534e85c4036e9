package dev.palisade.preview.program;

import dev.palisade.preview.recorder.Program;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How to start the programs of this package with the tests' own class path. */
public final class Programs {
    private Programs() {}

    public static Program of(Class<?> mainClass) {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // An empty entry would mean the working directory.
        classPath = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        return new Program(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                classPath,
                mainClass.getName(),
                Path.of("").toAbsolutePath());
    }
}
