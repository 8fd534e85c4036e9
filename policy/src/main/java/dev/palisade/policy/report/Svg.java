package dev.palisade.policy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The few shapes of a diagram. Colours are the page's, so that it is legible in dark and light. */
final class Svg {
    private final List<String> parts = new ArrayList<>();

    Svg(int width, int height, String title, String description) {
        parts.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" viewBox=\"0 0 %1$d %2$d\" role=\"img\""
                        + " aria-labelledby=\"diagram-title diagram-description\" fill=\"none\""
                        + " stroke=\"currentColor\" font-family=\"system-ui, sans-serif\" font-size=\"13\">"
                        + "<title id=\"diagram-title\">%3$s</title><desc id=\"diagram-description\">%4$s</desc>",
                width,
                height,
                escaped(title),
                escaped(description)));
    }

    void frame(int x, int y, int width, int height, String dashes) {
        parts.add(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" opacity=\".6\" stroke-dasharray=\"%s\"/>",
                x,
                y,
                width,
                height,
                dashes));
    }

    /** A filled box with its name in the middle. */
    void box(int x, int y, int width, int height, String name) {
        parts.add(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"var(--card, #f6f8fa)\"/>",
                x,
                y,
                width,
                height));
        label(x + width / 2, y + height / 2 + 4, name, "middle");
    }

    /** Text that stays legible where a line crosses it; {@code anchor} is start, middle or end. */
    void label(int x, int y, String words, String anchor) {
        parts.add(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"currentColor\" stroke=\"var(--bg, #fff)\""
                        + " stroke-width=\"4\" paint-order=\"stroke\">%s</text>",
                x,
                y,
                anchor,
                escaped(words)));
    }

    /** From one point to another. */
    void arrow(int fromX, int fromY, int toX, int toY, boolean isWanted) {
        parts.add(String.format(
                Locale.ROOT,
                "<g stroke-width=\"1.5\"%s><path d=\"M%d %dL%d %d\"/>"
                        + "<path d=\"M-8 -4L0 0L-8 4\" transform=\"translate(%d %d) rotate(%.1f)\"/></g>",
                isWanted ? "" : " stroke=\"var(--fail, #b3121f)\" stroke-dasharray=\"6 3\"",
                fromX,
                fromY,
                toX,
                toY,
                toX,
                toY,
                Math.toDegrees(Math.atan2((double) toY - fromY, (double) toX - fromX))));
    }

    String end() {
        return String.join("", parts) + "</svg>";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }
}
