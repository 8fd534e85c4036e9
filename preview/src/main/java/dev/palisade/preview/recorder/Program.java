package dev.palisade.preview.recorder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a Pulumi program as a Java process.
 *
 * @param java the java launcher
 * @param jvmArguments options before the class path, such as where the shared class archive is
 * @param directory the program's working directory
 */
public record Program(Path java, List<String> jvmArguments, String classPath, String mainClass, Path directory) {
    public Program {
        jvmArguments = List.copyOf(jvmArguments);
    }

    List<String> command() {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", classPath, mainClass));
        return command;
    }
}
