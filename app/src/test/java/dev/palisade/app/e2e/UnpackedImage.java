package dev.palisade.app.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An image as {@code docker save} writes it, unpacked.
 *
 * @param config its configuration
 * @param root its files
 */
record UnpackedImage(JsonNode config, Path root) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Unpacks one into an empty directory. */
    static UnpackedImage of(Path archive, Path directory) throws IOException, InterruptedException {
        tar(directory, "-xf", archive.toAbsolutePath().toString(), "-C", directory.toString());
        var manifest =
                JSON.readTree(directory.resolve("manifest.json").toFile()).get(0);
        var root = Files.createDirectory(directory.resolve("root"));
        for (var layer : manifest.get("Layers")) {
            tar(directory, "-xf", directory.resolve(layer.asText()).toString(), "-C", root.toString());
        }
        var config = directory.resolve(manifest.get("Config").asText());
        return new UnpackedImage(JSON.readTree(config.toFile()), root);
    }

    /** The names of all programs in it. */
    List<String> programs() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(Files::isExecutable)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains(".so"))
                    .toList();
        }
    }

    private static void tar(Path directory, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("tar", "--warning=no-unknown-keyword"));
        command.addAll(List.of(arguments));
        var log = directory.resolve("tar.log");
        if (Peer.run(command, log) != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }
}
