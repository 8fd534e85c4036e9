package dev.palisade.e2e.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** The same program and pack, started without Maven: for the many runs. */
public final class Prebuilt {
    private Prebuilt() {}

    /** A project directory whose program is a jar, for the language host's {@code binary} option. */
    public static Path project(Path directory) throws IOException {
        var root = Repository.root();
        Files.createDirectories(directory);
        jar(directory.resolve("program.jar"), "dev.palisade.platform.Main");
        Files.writeString(
                directory.resolve("Pulumi.yaml"),
                Files.readString(root.resolve("Pulumi.yaml")).replace("runtime: java", """
                                runtime:
                                  name: java
                                  options:
                                    binary: program.jar"""));
        for (var stack : new String[] {"dev", "prod"}) {
            Files.copy(root.resolve("Pulumi." + stack + ".yaml"), directory.resolve("Pulumi." + stack + ".yaml"));
        }
        copySources(root.resolve("app"), directory.resolve("app"));
        return directory;
    }

    /** What the service's image is built from: the program derives the image's tag from it. */
    private static void copySources(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file :
                    files.filter(it -> !it.startsWith(from.resolve("target"))).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    /** The pack as an executable analyzer, for {@code --policy-pack}, that leaves its process id in a file. */
    public static Path pack(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.copy(Repository.root().resolve("policy/PulumiPolicy.yaml"), directory.resolve("PulumiPolicy.yaml"));
        var script = directory.resolve("palisade-policy-pack");
        Scripts.write(script, """
                echo $$ >"$0.pid"
                exec '%s' serve-pack "$@"
                """.formatted(Repository.root().resolve("palisade")));
        return script;
    }

    /** The file in which the pack that was started last left its process id. */
    public static Path pid(Path pack) {
        return pack.resolveSibling(pack.getFileName() + ".pid");
    }

    /**
     * A {@code java} for the language host that starts quickly.
     *
     * <p>The host asks before every command for the list of packages, which does not change.
     */
    public static void java(Path directory) throws IOException {
        Files.createDirectories(directory);
        Scripts.write(directory.resolve("java"), """
                if [ "$3" = com.pulumi.bootstrap.internal.Main ]; then
                    packages="$0.packages"
                    [ -s "$packages" ] || %s "$@" >"$packages"
                    exec cat "$packages"
                fi
                exec %s "$@"
                """.formatted(Scripts.JAVA, Scripts.JAVA));
    }

    private static void jar(Path file, String mainClass) throws IOException {
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(it -> Path.of(it).toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
    }
}
