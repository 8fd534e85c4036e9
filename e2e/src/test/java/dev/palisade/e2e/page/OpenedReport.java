package dev.palisade.e2e.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One opened report, and what it asked for and complained of meanwhile. */
final class OpenedReport implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> foreignRequests = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    OpenedReport(BrowserContext context, Path file) {
        this.context = context;
        address = file.toUri().toString();
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().equals(address)) {
                foreignRequests.add(request.url());
            }
        });
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.navigate(address);
    }

    Page page() {
        return page;
    }

    /** Each URL but the page's own that was asked for. */
    List<String> foreignRequests() {
        return List.copyOf(foreignRequests);
    }

    /** Errors of the script and whatever it wrote to the console. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The text of the element that has the keyboard. */
    String focused() {
        return page.locator(":focus").innerText();
    }

    /** The resources that the tree shows now, as {@code type name}. */
    Locator shownResources() {
        return page.locator("#tree li .resource:visible");
    }

    /** Whether the element that has the keyboard can be seen without scrolling. */
    boolean isFocusInView() {
        return (Boolean) page.evaluate("() => { const box = document.activeElement.getBoundingClientRect();"
                + " return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight; }");
    }

    /** By how many CSS pixels the page is wider than the screen. */
    int overhang() {
        return (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Override
    public void close() {
        context.close();
    }
}
