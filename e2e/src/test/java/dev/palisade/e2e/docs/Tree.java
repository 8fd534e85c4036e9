package dev.palisade.e2e.docs;

import dev.palisade.e2e.engine.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of the repository, without what builds leave behind. */
final class Tree {
    private static final Set<String> LEFT_BEHIND = Set.of("target", ".git", "node_modules", "evidence");

    /** All of them, read once. */
    static final List<Path> FILES = files();

    private Tree() {}

    private static List<Path> files() {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(Repository.root(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return LEFT_BEHIND.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(files);
    }
}
