package dev.palisade.preview.command;

import com.google.common.base.Throwables;
import com.pulumi.Context;
import dev.palisade.preview.recorder.Program;
import dev.palisade.preview.stack.BadInput;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * Where the project is and what its program is.
 *
 * @param root the directory of Pulumi.yaml
 * @param mainClass the program's main class, which hands its method {@code stack} to {@code Pulumi.run}
 */
public record Installation(Path root, String mainClass) {
    /** As {@code ./palisade} tells it by system properties. */
    static Installation ofThisProcess() {
        return new Installation(
                Path.of(System.getProperty("palisade.root", "")),
                System.getProperty("palisade.program.main", "dev.palisade.platform.Main"));
    }

    /** What the program hands to {@code Pulumi.run}. */
    Program program() throws BadInput {
        try {
            var stack = Class.forName(mainClass).getMethod("stack", Context.class);
            return context -> call(stack, context);
        } catch (ClassNotFoundException e) {
            throw new BadInput(
                    "The program's class %s is not on the class path: start this tool with ./palisade"
                            .formatted(mainClass),
                    e);
        } catch (NoSuchMethodException e) {
            throw new BadInput(
                    "%s has no public static void stack(Context): write it, and let main run Pulumi.run(%s::stack)"
                            .formatted(mainClass, mainClass.substring(mainClass.lastIndexOf('.') + 1)),
                    e);
        }
    }

    /** What the program throws is passed on as it is: the SDK tells a refusal of settings from a mistake. */
    private static void call(Method stack, Context context) {
        try {
            stack.invoke(null, context);
        } catch (InvocationTargetException thrown) {
            Throwables.throwIfUnchecked(thrown.getTargetException());
            throw new IllegalStateException(thrown.getTargetException());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
