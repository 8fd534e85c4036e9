package dev.palisade.e2e.page;

/** What a page is shown on; CSS pixels. */
enum Screen {
    DESKTOP(1280, 900),
    /** The narrowest that WCAG 2.1 asks for in its criterion on reflow. */
    PHONE(320, 640);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isTouched() {
        return this == PHONE;
    }
}
