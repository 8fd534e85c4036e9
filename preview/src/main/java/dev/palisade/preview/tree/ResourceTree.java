package dev.palisade.preview.tree;

import dev.palisade.policy.graph.Graph;
import dev.palisade.policy.graph.Resource;
import dev.palisade.policy.graph.Urn;
import dev.palisade.policy.report.Paint;
import dev.palisade.preview.change.Change;
import dev.palisade.preview.change.Changes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table that {@code pulumi preview} draws: each resource under its parent, with what would happen to it. Default
 * providers are left out, and so is what neither changes nor has a child that does.
 */
public final class ResourceTree {
    private record Row(String sign, String type, String name, String plan, String info) {}

    private final Changes changes;
    private final Paint paint;
    private final Map<String, Resource> all = new LinkedHashMap<>();
    private final Map<String, List<Resource>> children = new HashMap<>();
    private final List<Resource> roots = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private ResourceTree(Graph graph, Changes changes, Paint paint) {
        this.changes = changes;
        this.paint = paint;
        graph.resources().forEach(resource -> all.put(resource.urn(), resource));
        changes.deleted().forEach(resource -> all.put(resource.urn(), resource));
        for (var resource : all.values()) {
            var parent = resource.parent();
            if (parent != null && all.containsKey(parent)) {
                children.computeIfAbsent(parent, urn -> new ArrayList<>()).add(resource);
            } else if (!isDefaultProvider(resource)) {
                roots.add(resource);
            }
        }
        children.values()
                .forEach(list -> list.sort(Comparator.comparing(Resource::type).thenComparing(Resource::name)));
    }

    /** The table and the line that sums it up. */
    public static String draw(Graph graph, Changes changes, Paint paint) {
        var tree = new ResourceTree(graph, changes, paint);
        tree.roots.stream().filter(tree::matters).forEach(root -> tree.add(root, "", ""));
        return tree.table() + tree.summary();
    }

    private void add(Resource resource, String branch, String indent) {
        var change = changes.of(resource);
        rows.add(new Row(
                change.kind().sign(),
                branch + shortType(resource.type()),
                resource.name(),
                change.kind() == Change.Kind.SAME ? "" : change.kind().verb(),
                info(change)));
        var shown = children.getOrDefault(resource.urn(), List.of()).stream()
                .filter(this::matters)
                .toList();
        for (int i = 0; i < shown.size(); i++) {
            boolean last = i == shown.size() - 1;
            add(shown.get(i), indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }

    private boolean matters(Resource resource) {
        return changes.of(resource).kind() != Change.Kind.SAME
                || Urn.STACK_TYPE.equals(resource.type())
                || children.getOrDefault(resource.urn(), List.of()).stream().anyMatch(this::matters);
    }

    private static boolean isDefaultProvider(Resource resource) {
        return resource.type().startsWith("pulumi:providers:")
                && resource.name().startsWith("default");
    }

    /** {@code aws:ec2:Vpc} for {@code aws:ec2/vpc:Vpc}. */
    private static String shortType(String type) {
        return type.replaceFirst("^([^:]+:[^/:]+)/[^:]+:", "$1:");
    }

    private static String info(Change change) {
        return change.properties().isEmpty() ? "" : "[diff: ~" + String.join(",", change.properties()) + "]";
    }

    private String table() {
        int typeWidth = width(rows.stream().map(Row::type).toList(), "Type");
        int nameWidth = width(rows.stream().map(Row::name).toList(), "Name");
        var table = new StringBuilder();
        table.append(paint.bold(line(" ", "Type", "Name", "Plan", "", typeWidth, nameWidth)))
                .append('\n');
        for (var row : rows) {
            table.append(line(row.sign(), row.type(), row.name(), row.plan(), row.info(), typeWidth, nameWidth))
                    .append('\n');
        }
        return table.toString();
    }

    private static String line(
            String sign, String type, String name, String plan, String info, int typeWidth, int nameWidth) {
        return (" " + sign + "  " + pad(type, typeWidth) + "  " + pad(name, nameWidth) + "  " + pad(plan, 6) + "  "
                        + info)
                .stripTrailing();
    }

    private static String pad(@Nullable String text, int width) {
        var given = text == null ? "" : text;
        return given + " ".repeat(Math.max(0, width - given.length()));
    }

    private static int width(List<String> texts, String title) {
        return Math.max(
                title.length(), texts.stream().mapToInt(String::length).max().orElse(0));
    }

    private long count(Change.Kind kind) {
        return all.values().stream()
                .filter(resource -> !isDefaultProvider(resource))
                .filter(resource -> changes.of(resource).kind() == kind)
                .count();
    }

    private String summary() {
        var parts = new ArrayList<String>();
        for (var kind : List.of(Change.Kind.CREATE, Change.Kind.UPDATE, Change.Kind.DELETE)) {
            if (count(kind) > 0) {
                parts.add(kind.sign() + " " + count(kind) + " to " + kind.verb());
            }
        }
        if (count(Change.Kind.SAME) > 0) {
            parts.add(count(Change.Kind.SAME) + " unchanged");
        }
        return "\n" + paint.bold("Resources: ") + String.join(", ", parts) + "\n";
    }
}
