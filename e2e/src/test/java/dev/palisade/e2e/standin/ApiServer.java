package dev.palisade.e2e.standin;

import java.util.Optional;

/** What the stand-in for the Kubernetes provider asks of a real API server; objects travel as JSON. */
public interface ApiServer {

    /** An object's group, version, kind, namespace and name; the namespace is empty outside of one. */
    record Name(String apiVersion, String kind, String namespace, String name) {}

    /** Creates the object, which must not exist, and waits until it works as the real provider does. */
    String create(String object) throws RefusedException;

    /** Makes the object be so, and waits until it works. */
    String apply(String object) throws RefusedException;

    /** The object as it is, or empty when there is none. */
    Optional<String> read(Name name);

    /** Deletes it and waits until it is gone; there may be none. */
    void delete(Name name);

    /** The API server does not want an object; the message is its own. */
    class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        public RefusedException(String message) {
            super(message);
        }
    }
}
