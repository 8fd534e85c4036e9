package dev.palisade.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Command;
import dev.palisade.e2e.engine.Deployment;
import dev.palisade.e2e.engine.Prebuilt;
import dev.palisade.e2e.engine.Pulumi;
import dev.palisade.e2e.engine.Pulumi.Run;
import dev.palisade.e2e.standin.Behaviour;
import dev.palisade.e2e.standin.Cloud;
import dev.palisade.e2e.standin.StandIns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** One stack on the real engine, whose cloud is in this process and survives every engine. */
final class LiveStack implements AutoCloseable {
    /** No more than so many operations run at once, and only theirs can be missing from a backup. */
    private static final int LOST_WITH_A_BACKUP = 8;

    private final StandIns standIns = new StandIns();
    private final String name;
    private int restored;
    private final Pulumi pulumi;
    private final Path pack;

    /** A stack without resources in a fresh backend; {@code scratch} is an empty directory. */
    LiveStack(Path scratch, String stack) throws IOException {
        name = stack;
        pack = Prebuilt.pack(scratch.resolve("pack"));
        Prebuilt.java(scratch.resolve(Pulumi.PLUGINS));
        pulumi = Pulumi.create(Prebuilt.project(scratch.resolve("project")), scratch, stack, standIns.environment());
    }

    Pulumi pulumi() {
        return pulumi.with(standIns.environment());
    }

    Cloud cloud() {
        return standIns.cloud();
    }

    Behaviour behaviour() {
        return standIns.behaviour();
    }

    /** Runs a command with the policy pack as the gate. */
    Run gated(String command) {
        return pulumi().run(command, "--policy-pack", pack.toString());
    }

    /** Starts the same with options of its own, without waiting for it. */
    Command startGated(String command, String... options) {
        var all = new ArrayList<>(List.of("--policy-pack", pack.toString()));
        all.addAll(List.of(options));
        return pulumi().start(command, all.toArray(String[]::new));
    }

    /** Sends SIGKILL to the pack that was started last. */
    void killPack() throws IOException {
        long pid = Long.parseLong(Files.readString(Prebuilt.pid(pack)).strip());
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly)).contains(true);
    }

    /** The update alone, as after a preview that somebody has read. */
    Run up(String... options) {
        var all = new ArrayList<>(List.of("--skip-preview"));
        all.addAll(List.of(options));
        return pulumi().run("up", all.toArray(String[]::new));
    }

    /**
     * What an operator does after a crash: frees the lock, and tells the CLI which of the creations that were under
     * way did happen.
     *
     * @return how many operations were under way
     */
    int recover() throws IOException {
        standIns.revive();
        behaviour().reset();
        pulumi().command("cancel", "--yes");
        restoreTornState();
        var pending = pulumi().export().pending();
        if (pending.isEmpty()) {
            return 0;
        }
        var options = new ArrayList<String>();
        for (var each : pending) {
            cloud().find(each.urn())
                    .filter(it -> each.operation().equals("creating"))
                    .ifPresent(made -> {
                        options.addAll(List.of("--import-pending-creates", made.urn()));
                        options.addAll(List.of("--import-pending-creates", made.id()));
                    });
        }
        // Not together: clearing would drop what is to be imported.
        if (!options.isEmpty()) {
            refresh(options);
        }
        refresh(List.of("--clear-pending-creates"));
        return pending.size();
    }

    private void refresh(List<String> options) {
        var all = new ArrayList<>(List.of("--skip-preview"));
        all.addAll(options);
        var refresh = pulumi().run("refresh", all.toArray(String[]::new));
        assertThat(refresh.exitCode()).as(refresh.outcome().everything()).isZero();
    }

    /**
     * Puts the CLI's own backup in the place of a state file that it could not finish writing. The backup is a write
     * or two older: what was created meanwhile is made again.
     */
    private void restoreTornState() throws IOException {
        if (pulumi().command("stack", "export").exitCode() != 0) {
            Files.copy(
                    stateFile().resolveSibling(name + ".json.bak"), stateFile(), StandardCopyOption.REPLACE_EXISTING);
            restored++;
        }
    }

    /** Where the file backend keeps the state. */
    Path stateFile() {
        return pulumi().state().resolve(".pulumi/stacks/palisade").resolve(name + ".json");
    }

    /** How often the backup had to take the state's place. */
    int restored() {
        return restored;
    }

    /** Updates to the end, and holds the state against the cloud. */
    Deployment converge() throws IOException {
        var up = up();
        assertThat(up.exitCode()).as(up.outcome().everything()).isZero();
        return stateIsTheCloud();
    }

    /** Takes everything down; neither the state nor the cloud keeps anything. */
    void destroy() throws IOException {
        var destroy = pulumi().run("destroy", "--skip-preview");
        assertThat(destroy.exitCode()).as(destroy.outcome().everything()).isZero();
        assertThat(stateIsTheCloud().made()).isEmpty();
    }

    /**
     * Every resource of the state exists, everything that exists is in the state, and nothing was made twice but what a
     * restored backup was too old to know.
     */
    Deployment stateIsTheCloud() throws IOException {
        var state = pulumi().export();
        assertThat(state.pending()).isEmpty();
        assertThat(state.made())
                .extracting(it -> it.type() + " " + it.id())
                .containsExactlyInAnyOrderElementsOf(cloud().things().stream()
                        .map(it -> it.type() + " " + it.id())
                        .toList());
        assertThat(cloud().doubled()).hasSizeLessThanOrEqualTo(LOST_WITH_A_BACKUP * restored);
        return state;
    }

    @Override
    public void close() {
        standIns.close();
    }
}
