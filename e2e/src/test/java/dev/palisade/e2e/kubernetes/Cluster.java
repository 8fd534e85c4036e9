package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palisade.e2e.engine.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A whole cluster of one node on a {@link Machine}. */
final class Cluster implements AutoCloseable {
    private final Machine machine;
    private final Kubectl kubectl;
    private final Map<String, String> images;

    private Cluster(Machine machine, Kubectl kubectl, Map<String, String> images) {
        this.machine = machine;
        this.kubectl = kubectl;
        this.images = images;
    }

    /**
     * Starts it; pods run and find names when this returns.
     *
     * @param scratch an empty directory
     * @param service the saved image of the service
     */
    static Cluster start(Path scratch, Path service) throws IOException {
        var programs = Tools.kubernetes();
        var machine = Machine.start(scratch, programs, Tools.metricsServer());
        try {
            certify(machine);
            var kubectl = new Kubectl(machine);
            var images = Registry.start(machine, programs, service);
            ControlPlane.start(machine, kubectl);
            Worker.start(machine, kubectl);
            Database.start(machine);
            // On every address of the outside: what the service must not reach shall be there.
            machine.daemon("elsewhere", Machine.outside("probe", "serve", "80", "443"));
            AddOns.start(machine, kubectl);
            return new Cluster(machine, kubectl, images);
        } catch (IOException | RuntimeException | AssertionError e) {
            end(machine);
            throw e;
        }
    }

    private static void certify(Machine machine) throws IOException {
        var made = machine.run(
                "sh",
                Resources.copy("certificates.sh", machine.file("")).toString(),
                machine.file("").toString(),
                Addresses.NODE,
                Addresses.API_SERVICE);
        assertThat(made.exitCode()).as(made.everything()).isZero();
    }

    Kubectl kubectl() {
        return kubectl;
    }

    Machine machine() {
        return machine;
    }

    /** An image of the registry by its digest. */
    String image(String name) {
        var digest = images.get(name);
        if (digest == null) {
            throw new IllegalArgumentException(name + " is not among " + images.keySet());
        }
        return Registry.HOST + "/" + name.substring(0, name.indexOf(':')) + "@" + digest;
    }

    @Override
    public void close() {
        end(machine);
    }

    private static void end(Machine machine) {
        machine.close();
        ControlGroups.remove();
    }
}
