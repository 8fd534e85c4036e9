package dev.palisade.e2e.standin;

import com.google.protobuf.Struct;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How all stand-ins behave now: the fault that is due and the weakening in force. */
public final class Behaviour {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Fault fault = new Fault.None();
    private volatile Optional<Weakening> weakening = Optional.empty();

    /** Behaves well from now on, and counts the calls from 1 again. */
    public void reset() {
        weakening = Optional.empty();
        inject(new Fault.None());
    }

    /** Behaves badly from now on, and counts the calls from 1 again. */
    public void inject(Fault next) {
        calls.set(0);
        fault = next;
    }

    /** Weakens the checked inputs from now on. */
    public void weaken(Weakening next) {
        weakening = Optional.of(next);
    }

    /** The calls of Create, Update and Delete that were counted. */
    public int calls() {
        return calls.get();
    }

    Struct weakened(String type, String name, Struct inputs) {
        return weakening.map(it -> it.apply(type, name, inputs)).orElse(inputs);
    }

    /**
     * Counts a call and does what the fault wants before the work.
     *
     * @return the fault that is due after the work of this very call, or none
     */
    Fault beforeWork() {
        int call = calls.incrementAndGet();
        Fault now = fault;
        if (now instanceof Fault.Fails fails && fails.nth() == call) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("the stand-in was told to fail at call " + call)
                    .asRuntimeException();
        }
        if (now instanceof Fault.Slow slow) {
            sleep(slow);
        }
        boolean due = (now instanceof Fault.Dies dies && dies.nth() == call)
                || (now instanceof Fault.Garbage garbage && garbage.nth() == call);
        return due ? now : new Fault.None();
    }

    private static void sleep(Fault.Slow slow) {
        try {
            Thread.sleep(slow.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.withCause(e).asRuntimeException();
        }
    }
}
