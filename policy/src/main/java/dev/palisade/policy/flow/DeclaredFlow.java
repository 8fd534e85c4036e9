package dev.palisade.policy.flow;

import java.util.List;
import java.util.Locale;

/**
 * One line of {@code flows.yaml}.
 *
 * @param from endpoints, each by its name or the first parts of the names of several: {@code pods/palisade}
 * @param to likewise; {@link #OTHER_NAMESPACES} for the pods of every namespace but the source's
 * @param unlessWaf whether a way that passes the web application firewall is none of what is forbidden
 * @param except names of flows that are none of what is forbidden
 */
public record DeclaredFlow(
        String name,
        Kind kind,
        List<String> from,
        List<String> to,
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
        from = List.copyOf(from);
        to = List.copyOf(to);
        except = List.copyOf(except);
    }

    boolean isAbout(Endpoint source, Endpoint target) {
        return comesFrom(source) && goesTo(source, target) && !source.name().equals(target.name());
    }

    private boolean comesFrom(Endpoint source) {
        for (String one : from) {
            if (source.isOf(one)) {
                return true;
            }
        }
        return false;
    }

    private boolean goesTo(Endpoint source, Endpoint target) {
        for (String one : to) {
            if (OTHER_NAMESPACES.equals(one) ? isElsewhere(source, target) : target.isOf(one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isElsewhere(Endpoint source, Endpoint target) {
        return target.isOf("pods") && !namespace(source).equals(namespace(target));
    }

    private static String namespace(Endpoint pods) {
        return pods.name().substring(0, pods.name().lastIndexOf('/'));
    }
}
