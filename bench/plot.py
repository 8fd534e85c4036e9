"""Draws ratios as bars with their smallest and largest value, without a library."""

from xml.sax.saxutils import escape

WIDTH, LEFT, ROW, TOP = 720, 270, 34, 50


def chart(title, figures):
    """An SVG of one bar for each figure, which has min, median and max; the dashed line is at 1, where both are alike."""
    highest = max(values["max"] for values in figures.values())
    height = TOP + ROW * len(figures) + 20

    def x(value):
        return LEFT + value / highest * (WIDTH - LEFT - 70)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="16" y="26" font-size="16" font-weight="bold">{escape(title)}</text>',
    ]
    for number, (name, values) in enumerate(figures.items()):
        y = TOP + ROW * number
        middle = y + 11
        lines += [
            f'<text x="{LEFT - 10}" y="{middle + 5}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LEFT}" y="{y}" width="{x(values["median"]) - LEFT:.1f}" height="22" fill="#2f6f9f"/>',
            f'<path d="M{x(values["min"]):.1f} {middle}H{x(values["max"]):.1f}" stroke="#111111" stroke-width="2"/>',
            f'<text x="{x(values["max"]) + 8:.1f}" y="{middle + 5}">{values["median"]:.2f}</text>',
        ]
    lines.append(f'<path d="M{x(1):.1f} {TOP - 8}V{height - 14}" stroke="#111111" stroke-dasharray="4 3"/>')
    return "\n".join([*lines, "</svg>"]) + "\n"
