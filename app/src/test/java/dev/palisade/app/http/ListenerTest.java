package dev.palisade.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final long LOAD_BALANCERS_MILLIS = 60_000;

    @Test
    void keepsAnIdleConnectionLongerThanTheLoadBalancerDoes() {
        try (var listener = Listener.on(0, new Server(), new HttpConfiguration())) {
            assertThat(listener.getIdleTimeout()).isGreaterThan(LOAD_BALANCERS_MILLIS);
        }
    }
}
