package dev.palisade.policy.report;

import dev.palisade.policy.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the generated pages of the documentation. */
public final class Pages {
    private Pages() {}

    /** Each page's file name and text. */
    public static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("policies.md", PolicyPage.render(Catalogue.policies()));
        pages.put("compliance.md", CompliancePage.render(Catalogue.policies()));
        return pages;
    }

    /**
     * Writes the pages.
     *
     * @param args the folder to write them to
     * @throws IOException if one cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, String> page : all().entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }
}
