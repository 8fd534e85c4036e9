package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The end of the stack on a real cluster; the last of all classes, as it leaves the others nothing. */
@OnCluster
@Order(Integer.MAX_VALUE)
class TeardownIT {
    @Test
    void destroyLeavesNothingOfTheStackOnTheCluster(Platform platform) {
        var kubectl = platform.cluster().kubectl();
        assertThat(kubectl.text("get", "namespaces,storageclasses", "--output=name"))
                .contains("namespace/" + Platform.NAMESPACE, "storageclass.storage.k8s.io/encrypted-gp3");

        platform.destroy();

        assertThat(kubectl.text("get", "namespaces,storageclasses", "--output=name"))
                .doesNotContain("namespace/" + Platform.NAMESPACE, "encrypted-gp3");
    }
}
