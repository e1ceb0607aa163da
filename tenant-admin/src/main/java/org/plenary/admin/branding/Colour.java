package org.plenary.admin.branding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A colour as {@code #rrggbb}, and how well others are read on it (WCAG 2). */
record Colour(String hex) {
    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");
    private static final Pattern SHORT = Pattern.compile("#([0-9a-f])([0-9a-f])([0-9a-f])");

    /** After the pattern: their constructor needs it. */
    static final Colour BLACK = new Colour("#000000");

    static final Colour WHITE = new Colour("#ffffff");

    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;
    private static final double FLARE = 0.05;
    private static final double INK = 0.48;
    private static final int STEPS = 200;

    Colour {
        if (!FORM.matcher(hex).matches()) throw new IllegalArgumentException(hex);
    }

    /** From {@code #rrggbb} or {@code #rgb}; empty for everything else that CSS calls a colour, and for what it does not. */
    static Optional<Colour> parse(@Nullable String text) {
        if (text == null) return Optional.empty();
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (FORM.matcher(lower).matches()) return Optional.of(new Colour(lower));
        var digits = SHORT.matcher(lower);
        return digits.matches() ? Optional.of(new Colour(digits.replaceFirst("#$1$1$2$2$3$3"))) : Optional.empty();
    }

    /** From 1, not to be told apart, to 21, black and white. */
    double contrast(Colour other) {
        var one = luminance();
        var two = other.luminance();
        return (Math.max(one, two) + FLARE) / (Math.min(one, two) + FLARE);
    }

    /** Black or white, whichever is better read on this. */
    Colour on() {
        return contrast(BLACK) > contrast(WHITE) ? BLACK : WHITE;
    }

    /** A shade of this for links on white, as theme.css makes it: not lighter than this where it would be too light. */
    Colour ink() {
        var lab = Oklab.of(this);
        return lab.lightness() <= INK ? this : lab.withLightness(INK).colour();
    }

    /** The nearest lighter or darker shade of this that has the contrast to the other; black or white when none has. */
    Colour near(Colour other, double ratio) {
        var lab = Oklab.of(this);
        for (var step = 1; step <= STEPS; step++)
            for (var sign : new int[] {-1, 1}) {
                var lightness = lab.lightness() + sign * (double) step / STEPS;
                if (lightness < 0 || lightness > 1) continue;
                var shade = lab.withLightness(lightness).colour();
                if (shade.contrast(other) >= ratio) return shade;
            }
        return other.on();
    }

    private double luminance() {
        var rgb = Integer.parseInt(hex.substring(1), 16);
        return RED * linear(rgb >> 16 & 0xff) + GREEN * linear(rgb >> 8 & 0xff) + BLUE * linear(rgb & 0xff);
    }

    static double linear(int channel) {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
