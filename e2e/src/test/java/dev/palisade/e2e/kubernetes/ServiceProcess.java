package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Command;
import java.util.List;

/** The service's process in a pod, as the node sees it. */
final class ServiceProcess {
    private static final long MIB = 1 << 20;

    private final Machine machine;
    private final String pid;

    private ServiceProcess(Machine machine, String pid) {
        this.machine = machine;
        this.pid = pid;
    }

    static ServiceProcess of(Platform platform, String pod) {
        var container = platform.inNamespace(
                        "get", "pod", pod, "--output=jsonpath={.status.containerStatuses[0].containerID}")
                .replace("containerd://", "");
        var machine = platform.cluster().machine();
        var tasks = machine.run("ctr", "--namespace=k8s.io", "task", "list");
        var pid = tasks.output()
                .lines()
                .map(it -> it.trim().split("\\s+"))
                .filter(it -> it[0].equals(container))
                .map(it -> it[1])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(container + " is not in " + tasks.everything()));
        return new ServiceProcess(machine, pid);
    }

    /** Ends it at once, without a chance to say good-bye. */
    void kill() {
        shell("kill -KILL " + pid);
    }

    /** The limit of its control group, in MiB. */
    long memoryLimit() {
        return Long.parseLong(shell("cat $group/memory.limit_in_bytes 2>/dev/null || cat $group/memory.max")
                        .strip())
                / MIB;
    }

    /** Starts something in its control group that takes so many MiB; the kernel rather ends the service. */
    Command takeMemory(long mib) {
        return machine.start(List.of("sh", "-c", script("echo $$ >$group/cgroup.procs; exec probe take " + mib)));
    }

    /** Knows the process's own control group for memory, in version 1 or 2. */
    private String script(String body) {
        return """
                set -eu
                path=$(sed -n 's/^[0-9]*:memory://p' /proc/%1$s/cgroup)
                group=/sys/fs/cgroup/memory$path
                [ -n "$path" ] || group=/sys/fs/cgroup$(sed -n 's/^0:://p' /proc/%1$s/cgroup)
                """.formatted(pid) + body;
    }

    private String shell(String script) {
        var outcome = machine.run("sh", "-c", script(script));
        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        return outcome.output();
    }
}
