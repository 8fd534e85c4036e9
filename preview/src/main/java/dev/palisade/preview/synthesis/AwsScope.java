package dev.palisade.preview.synthesis;

import java.util.Map;

/** Where an AWS provider creates things: its region, its account's twelve digits and its default tags. */
public record AwsScope(String region, String account, Map<String, String> defaultTags) {
    public AwsScope {
        defaultTags = Map.copyOf(defaultTags);
    }
}
