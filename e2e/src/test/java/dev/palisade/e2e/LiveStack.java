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
import java.util.ArrayList;
import java.util.List;

/** One stack on the real engine, whose cloud is in this process and survives every engine. */
final class LiveStack implements AutoCloseable {
    private final StandIns standIns = new StandIns();
    private final String name;
    private final Pulumi pulumi;
    private final Path pack;

    /** A stack without resources in a fresh backend; {@code scratch} is an empty directory. */
    LiveStack(Path scratch, String stack) throws IOException {
        name = stack;
        pack = Prebuilt.pack(scratch.resolve("pack"));
        Prebuilt.java(scratch.resolve(Pulumi.PLUGINS));
        var project = Prebuilt.project(scratch.resolve("project"));
        pulumi = Pulumi.create(project, scratch, stack, standIns.environment());
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

    /** All as an operator finds it again who recovers from a crash, and recovered. */
    Recovery recover() throws IOException {
        standIns.revive();
        behaviour().reset();
        return Recovery.of(this);
    }

    static void succeed(Run run) {
        assertThat(run.exitCode()).as(run.outcome().everything()).isZero();
    }

    /** Where the file backend keeps the state. */
    Path stateFile() {
        return pulumi().state().resolve(".pulumi/stacks/palisade").resolve(name + ".json");
    }

    /** Where it keeps what the state was after each command. */
    Path backups() {
        return pulumi().state().resolve(".pulumi/backups/palisade").resolve(name);
    }

    /** Updates to the end, and holds the state against the cloud. */
    Deployment converge() throws IOException {
        succeed(up());
        return stateIsTheCloud();
    }

    /** Takes everything down; neither the state nor the cloud keeps anything. */
    void destroy() throws IOException {
        succeed(pulumi().run("destroy", "--skip-preview"));
        assertThat(stateIsTheCloud().made()).isEmpty();
    }

    /** Every resource of the state exists, everything that exists is in the state, and nothing was made twice. */
    Deployment stateIsTheCloud() throws IOException {
        var state = pulumi().export();
        assertThat(state.pending()).isEmpty();
        assertThat(state.made())
                .extracting(it -> it.type() + " " + it.id())
                .containsExactlyInAnyOrderElementsOf(cloud().things().stream()
                        .map(it -> it.type() + " " + it.id())
                        .toList());
        assertThat(cloud().doubled()).isEmpty();
        return state;
    }

    @Override
    public void close() {
        standIns.close();
    }
}
