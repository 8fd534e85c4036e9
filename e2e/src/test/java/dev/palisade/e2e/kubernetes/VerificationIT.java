package dev.palisade.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What docs/verify.md promises its readers, on the stack as the program makes it. */
@OnCluster
class VerificationIT {
    @Test
    void theUsersScriptFindsTheServiceIsolated(Platform platform) {
        var verified = platform.verify();
        System.out.print(verified.output());
        assertThat(verified.exitCode()).as(verified.everything()).isZero();
        assertThat(verified.output().lines()).hasSizeGreaterThan(15).allMatch(it -> it.startsWith("ok "));
    }

    @Test
    void theScriptFindsPoliciesThatAreGoneAndUpPutsThemBack(Platform platform) {
        platform.inNamespace("delete", "networkpolicies", "--all");

        var open = platform.verify();
        assertThat(open.exitCode()).as(open.everything()).isOne();
        assertThat(open.output())
                .contains("WRONG a neighbour does not reach the pod", "WRONG the service reaches nothing else");

        platform.refreshAndUp();

        var closed = platform.verify();
        assertThat(closed.exitCode()).as(closed.everything()).isZero();
    }
}
