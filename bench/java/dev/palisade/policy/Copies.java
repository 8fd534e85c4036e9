package dev.palisade.policy;

import dev.palisade.policy.graph.Deployment;
import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One graph that is many stacks side by side: each copy has names, ids, keys and an account of its own. What is in a
 * cluster is there once, as namespaces of one name would be one.
 */
public final class Copies {
    private static final Pattern ID = Pattern.compile("-([0-9a-f]{13})[0-9a-f]{4}\\b");
    /** What the provider puts behind a name that the program leaves to it. */
    private static final Pattern SUFFIX = Pattern.compile("-([0-9a-f]{4})[0-9a-f]{3}\\b");
    private static final Pattern KEY = Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\b");
    private static final Pattern NAME = Pattern.compile("\\bpalisade-(dev|prod)\\b");
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{12}\\b");

    private final String stack;

    /** Copies of a stack in Pulumi's deployment JSON. */
    public Copies(String stack) {
        this.stack = stack;
    }

    /** A graph of that many resources: whole copies, and the first resources of one more. */
    public Graph of(int resources) throws Deployment.MalformedException {
        List<Resource> all = new ArrayList<>(resources);
        for (int copy = 0; all.size() < resources; copy++) {
            for (Resource resource : Deployment.read(copy(copy)).resources()) {
                boolean once = Urn.STACK_TYPE.equals(resource.type()) || resource.type().startsWith("kubernetes:");
                if (all.size() < resources && (copy == 0 || !once)) {
                    all.add(resource);
                }
            }
        }
        return new Graph(all);
    }

    private String copy(int number) {
        if (number == 0) {
            return stack;
        }
        String text = stack.replace("::palisade::", "::palisade" + number + "::");
        text = ID.matcher(text).replaceAll(String.format(Locale.ROOT, "-$1%04x", number));
        text = SUFFIX.matcher(text).replaceAll(String.format(Locale.ROOT, "-$1%03x", number));
        text = KEY.matcher(text).replaceAll(String.format(Locale.ROOT, "%08x$1", number));
        text = NAME.matcher(text).replaceAll("palisade-$1" + number);
        return ACCOUNT.matcher(text).replaceAll(String.format(Locale.ROOT, "%012d", 100_000_000_000L + number));
    }
}
