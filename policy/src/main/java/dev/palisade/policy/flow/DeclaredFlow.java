package dev.palisade.policy.flow;

import java.util.List;
import java.util.Locale;

/**
 * One line of {@code flows.yaml}.
 *
 * @param from an endpoint, or the first parts of the names of several: {@code pods/palisade}
 * @param to likewise; {@link #OTHER_NAMESPACES} for the pods of every namespace but the source's
 * @param unlessWaf whether a way that passes the web application firewall is none of what is forbidden
 * @param except names of flows that are none of what is forbidden
 */
public record DeclaredFlow(
        String name,
        Kind kind,
        String from,
        String to,
        PortSet ports,
        boolean unlessWaf,
        List<String> except,
        String reason) {
    static final String OTHER_NAMESPACES = "pods-of-other-namespaces";

    /** What is said of a flow. */
    public enum Kind {
        /** It must work. */
        REQUIRED,
        /** It must not be possible. */
        FORBIDDEN,
        /** It may be possible. */
        ALLOWED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DeclaredFlow {
        except = List.copyOf(except);
    }

    boolean isAbout(Endpoint source, Endpoint target) {
        if (!source.isOf(from) || source.name().equals(target.name())) {
            return false;
        }
        return to.equals(OTHER_NAMESPACES) ? isElsewhere(source, target) : target.isOf(to);
    }

    private static boolean isElsewhere(Endpoint source, Endpoint target) {
        return target.isOf("pods") && !namespace(source).equals(namespace(target));
    }

    private static String namespace(Endpoint pods) {
        return pods.name().substring(0, pods.name().lastIndexOf('/'));
    }
}
