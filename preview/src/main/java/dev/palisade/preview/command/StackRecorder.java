package dev.palisade.preview.command;

import dev.palisade.policy.rules.Remediations;
import dev.palisade.preview.recorder.Diagnostic;
import dev.palisade.preview.recorder.ProgramFailed;
import dev.palisade.preview.recorder.Recorder;
import dev.palisade.preview.recorder.Recording;
import dev.palisade.preview.stack.BadInput;
import dev.palisade.preview.stack.ProjectFiles;
import java.time.Duration;
import java.util.Locale;

/** Runs the project's program for a stack and passes on what it tells its user. */
final class StackRecorder {
    /** Far longer than any program needs between two registrations. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Context context;
    private final Progress progress;

    StackRecorder(Context context, Progress progress) {
        this.context = context;
        this.progress = progress;
    }

    Recording record(String stack) throws BadInput, ProgramFailed, InterruptedException {
        var configuration = new ProjectFiles(context.installation().root()).configuration(stack);
        progress.step("Running the program for stack " + stack);
        var recorder = new Recorder(
                context.installation().program(),
                configuration,
                Remediations.all(),
                PATIENCE,
                count -> progress.count(count, "resources"));
        try {
            var recording = recorder.record();
            progress.done();
            recording.diagnostics().forEach(this::print);
            return recording;
        } catch (ProgramFailed e) {
            progress.done();
            throw e;
        }
    }

    private void print(Diagnostic diagnostic) {
        var level = diagnostic.level().name().toLowerCase(Locale.ROOT);
        context.console().err().println(level + ": " + diagnostic.message());
    }
}
