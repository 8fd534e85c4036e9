package dev.palisade.platform.settings;

import java.util.List;

/** The worker nodes; the volume's size is in GiB. */
public record NodeSettings(List<String> instanceTypes, int min, int max, int volumeSize) {

    public NodeSettings {
        instanceTypes = List.copyOf(instanceTypes);
    }

    static NodeSettings read(SettingsReader reader) {
        var nodes = new NodeSettings(
                reader.texts(
                        "nodeInstanceTypes", Shape.INSTANCE_TYPE, 1, "x86-64 instance types, the preferred one first."),
                reader.number("nodesMin", 1, 100, 2, "Nodes that always run, in equal parts in each zone."),
                reader.number("nodesMax", 1, 100, 4, "Nodes that may run, in equal parts in each zone."),
                reader.number("nodeVolumeSize", 20, 1000, 50, "Size of a node's data volume in GiB."));
        if (nodes.max < nodes.min) {
            reader.reject("nodesMax", "nodesMin or more", String.valueOf(nodes.max));
        }
        return nodes;
    }
}
