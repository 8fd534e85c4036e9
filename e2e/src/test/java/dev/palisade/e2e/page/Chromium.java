package dev.palisade.e2e.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;

/** Debian's browser, driven by Playwright, which would otherwise bring its own. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getenv("PATH"))
            .map(directory -> Path.of(directory, "chromium"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no chromium on PATH: apt-get install chromium"));

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM));
    }

    /** Opens the page in a window of its own that has no network. */
    OpenedReport open(Path page, Screen screen, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setOffline(true)
                .setColorScheme(scheme)
                .setViewportSize(screen.width(), screen.height())
                .setIsMobile(screen.isTouched())
                .setHasTouch(screen.isTouched()));
        return new OpenedReport(context, page);
    }

    /** Ends the browser and the process that drives it. */
    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
