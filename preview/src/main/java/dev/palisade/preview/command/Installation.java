package dev.palisade.preview.command;

import dev.palisade.preview.recorder.Program;
import dev.palisade.preview.stack.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Where the project is and how its program starts.
 *
 * @param root the directory of Pulumi.yaml
 * @param classPath the program's class path; empty if this tool was not started by {@code ./palisade}
 */
public record Installation(Path root, Path java, List<String> jvmArguments, String classPath, String mainClass) {
    public Installation {
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** As {@code ./palisade} tells it by system properties. */
    static Installation ofThisProcess() {
        var arguments = System.getProperty("palisade.program.jvm", "");
        return new Installation(
                Path.of(System.getProperty("palisade.root", "")),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Arrays.stream(arguments.split("\n", -1))
                        .filter(argument -> !argument.isEmpty())
                        .toList(),
                System.getProperty("palisade.program.classpath", ""),
                System.getProperty("palisade.program.main", "dev.palisade.platform.Main"));
    }

    Program program() throws BadInput {
        if (classPath.isEmpty() || !Files.isExecutable(java)) {
            throw new BadInput("The program's class path is not known: start this tool with ./palisade");
        }
        return new Program(java, jvmArguments, classPath, mainClass, root.toAbsolutePath());
    }
}
