package dev.palisade.app.health;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether the service wants requests: from the end of its start to the order to stop. */
public final class Readiness {
    private final AtomicBoolean ready = new AtomicBoolean();

    /** Says that the service is up. */
    public void up() {
        ready.set(true);
    }

    /** Says that the service is about to stop. */
    public void down() {
        ready.set(false);
    }

    /** Whether requests should be sent here. */
    public boolean ready() {
        return ready.get();
    }
}
