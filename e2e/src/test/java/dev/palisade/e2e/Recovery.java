package dev.palisade.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.palisade.e2e.engine.Deployment.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator does after a crash, with the CLI's own means alone, and what there was to do.
 *
 * @param torn whether an older checkpoint took the place of the state
 * @param pending how many operations were under way
 * @param adopted how many resources existed that the state did not know
 */
record Recovery(boolean torn, int pending, int adopted) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Frees the lock, makes the state readable, tells it what became of operations under way, adopts the rest. */
    static Recovery of(LiveStack live) throws IOException {
        live.pulumi().command("cancel", "--yes");
        boolean torn = restoreTornState(live);
        int pending = finishPending(live);
        return new Recovery(torn, pending, adopt(live));
    }

    /** Puts the newest checkpoint that the CLI wrote to its end in the place of a state that it did not. */
    private static boolean restoreTornState(LiveStack live) throws IOException {
        if (live.pulumi().command("stack", "export").exitCode() == 0) {
            return false;
        }
        var kept = new ArrayList<Path>();
        // Beside the state: the backup, and each checkpoint if the CLI retains them.
        for (var directory : List.of(live.stateFile().getParent(), live.backups())) {
            try (var files = Files.isDirectory(directory) ? Files.list(directory) : Stream.<Path>empty()) {
                files.filter(Recovery::whole).forEach(kept::add);
            }
        }
        var newest = kept.stream()
                .max(Comparator.comparing(it -> it.toFile().lastModified()))
                .orElseThrow(() -> new IOException("no whole checkpoint of " + live.stateFile()));
        Files.copy(newest, live.stateFile(), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static boolean whole(Path checkpoint) {
        try {
            return JSON.readTree(checkpoint.toFile()).has("checkpoint");
        } catch (IOException torn) {
            return false;
        }
    }

    /** Forgets the creations under way: whether they happened shows in the cloud. The rest a refresh finds out. */
    private static int finishPending(LiveStack live) throws IOException {
        int pending = live.pulumi().export().pending().size();
        if (pending > 0) {
            // Not --import-pending-creates: the refresh of this version imports nothing by it.
            run(live, "refresh", "--clear-pending-creates");
        }
        return pending;
    }

    private static int adopt(LiveStack live) throws IOException {
        var known = live.pulumi().export().made().stream().map(Resource::urn).collect(Collectors.toSet());
        var unknown = live.cloud().things().stream()
                .filter(it -> !known.contains(it.urn()))
                .toList();
        if (!unknown.isEmpty()) {
            var file = Files.createTempFile("palisade-import", ".json");
            LiveStack.succeed(live.pulumi().run("preview", "--import-file", file.toString()));
            Adoption.fillIn(file, unknown);
            run(live, "import", "--file", file.toString(), "--generate-code=false", "--protect=false");
            Files.delete(file);
        }
        return unknown.size();
    }

    private static void run(LiveStack live, String command, String... options) {
        var all = new ArrayList<>(List.of(options));
        all.add("--skip-preview");
        LiveStack.succeed(live.pulumi().run(command, all.toArray(String[]::new)));
    }
}
