package dev.palisade.e2e.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The real CLI on one stack, with a file backend of its own and nothing of the caller's environment.
 *
 * <p>Its HTTP proxy is a closed port: what the CLI itself would send out of the machine fails at once.
 */
public final class Pulumi {
    /** What opens the state's secrets. */
    static final String PASSPHRASE = "stand-in passphrase";

    /** Where under the scratch directory the engine finds {@code pulumi-resource-*}, if there are any. */
    public static final String PLUGINS = "plugins";

    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** How a command ended, and what the engine logged meanwhile. */
    public record Run(Command.Outcome outcome, EventLog events) {

        /** The exit code of the CLI. */
        public int exitCode() {
            return outcome.exitCode();
        }
    }

    private final Path directory;
    private final Path scratch;
    private final String stack;
    private final Path tools;
    private final Map<String, String> environment;

    private Pulumi(Path directory, Path scratch, String stack, Path tools, Map<String, String> environment) {
        this.directory = directory;
        this.scratch = scratch;
        this.stack = stack;
        this.tools = tools;
        this.environment = environment;
    }

    /**
     * Makes the stack in a fresh backend.
     *
     * @param directory where the program is
     * @param scratch an empty directory for the backend, the CLI's home and the stack's settings
     * @param extra more environment: what attaches stand-ins, or where their plugins are
     */
    public static Pulumi create(Path directory, Path scratch, String stack, Map<String, String> extra)
            throws IOException {
        var state = Files.createDirectories(scratch.resolve("state"));
        var settings = Files.createDirectories(scratch.resolve("settings"));
        for (var file : List.of("Pulumi.yaml", "Pulumi." + stack + ".yaml")) {
            Files.copy(directory.resolve(file), settings.resolve(file));
        }
        var tools = Tools.pulumi();
        var pulumi = new Pulumi(directory, scratch, stack, tools, environment(scratch, state, tools, extra));
        // In a directory of its own: `stack init` writes the encryption salt beside Pulumi.yaml.
        var init = pulumi.command(settings, List.of("stack", "init", stack));
        if (init.exitCode() != 0) {
            throw new IOException("pulumi stack init failed: " + init.everything());
        }
        return pulumi;
    }

    private static Map<String, String> environment(Path scratch, Path state, Path tools, Map<String, String> extra) {
        var all = new TreeMap<String, String>();
        for (var kept : List.of("HOME", "JAVA_HOME", "LANG", "TMPDIR", "MAVEN_USER_HOME", "MAVEN_OPTS")) {
            var value = System.getenv(kept);
            if (value != null) {
                all.put(kept, value);
            }
        }
        var plugins = scratch.resolve(PLUGINS);
        all.put("PATH", tools + ":" + plugins + ":" + System.getenv("PATH"));
        all.put("PULUMI_HOME", scratch.resolve("home").toString());
        all.put("PULUMI_BACKEND_URL", state.toUri().toString());
        all.put("PULUMI_CONFIG_PASSPHRASE", PASSPHRASE);
        all.put("PULUMI_DEBUG_COMMANDS", "true");
        all.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
        all.put("PULUMI_DISABLE_REGISTRY_RESOLVE", "true");
        all.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        for (var proxy : List.of("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")) {
            all.put(proxy, "http://127.0.0.1:9");
        }
        all.put("NO_PROXY", "127.0.0.1,localhost");
        all.putAll(extra);
        return all;
    }

    /** The same stack with more environment. */
    public Pulumi with(Map<String, String> extra) {
        var all = new TreeMap<>(environment);
        all.putAll(extra);
        return new Pulumi(directory, scratch, stack, tools, all);
    }

    /** Runs {@code preview}, {@code up}, {@code refresh} or {@code destroy} to its end. */
    public Run run(String command, String... options) {
        var log = newLog();
        try (var started = start(log, command, options)) {
            var outcome = started.await(LIMIT);
            return new Run(outcome, EventLog.read(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the same without waiting for it. */
    public Command start(String command, String... options) {
        return start(newLog(), command, options);
    }

    private Command start(Path log, String command, String... options) {
        var line = new ArrayList<>(List.of(executable(), command, "--stack", stack, "--non-interactive"));
        line.addAll(List.of("--color", "never", "--config-file", settings().toString()));
        line.addAll(List.of("--event-log", log.toString(), "--suppress-progress"));
        if (!command.equals("preview")) {
            line.add("--yes");
        }
        line.addAll(List.of(options));
        return Command.start(directory, environment, line);
    }

    /** The stack as the CLI exports it, secrets still encrypted. */
    public Deployment export() throws IOException {
        var export = command("stack", "export");
        if (export.exitCode() != 0) {
            throw new IOException("pulumi stack export failed: " + export.everything());
        }
        return Deployment.parse(export.output());
    }

    /** Another command of the CLI on this stack, such as {@code cancel}. */
    public Command.Outcome command(String... words) {
        var line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--stack", stack));
        return command(directory, line);
    }

    private Command.Outcome command(Path in, List<String> words) {
        var line = new ArrayList<>(List.of(executable()));
        line.addAll(words);
        line.add("--non-interactive");
        return Command.run(in, environment, LIMIT, line);
    }

    private String executable() {
        return tools.resolve("pulumi").toString();
    }

    /** The file with the stack's settings that every command reads. */
    public Path settings() {
        return scratch.resolve("settings/Pulumi." + stack + ".yaml");
    }

    /** The directory of the file backend. */
    public Path state() {
        return scratch.resolve("state");
    }

    private Path newLog() {
        try {
            return Files.createTempFile(scratch, "events", ".json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
