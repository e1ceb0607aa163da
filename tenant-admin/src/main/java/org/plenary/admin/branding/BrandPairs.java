package org.plenary.admin.branding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pairs of colours that are really read on one another, each with how well. */
final class BrandPairs {
    /** What the pages have where a brand says nothing; the same as in theme.css. */
    private static final Colour TEXT = new Colour("#1b2430");

    private static final Colour SOFT_TEXT = new Colour("#566170");
    private static final Colour GROUND = new Colour("#f6f7f9");
    private static final double BEST = 7;
    private static final double GOOD = 4.5;

    private BrandPairs() {}

    /** How text of usual size is read (WCAG 2, 1.4.3 and 1.4.6). */
    enum Level {
        AAA,
        AA,
        LARGE,
        POOR
    }

    /**
     * @param key of what it is for
     * @param ratio with one decimal
     * @param field of the form that the better colour would go into
     * @param better the nearest colour that is read well; null when this one is
     */
    record Pair(
            String key,
            Colour ink,
            Colour ground,
            String ratio,
            Level level,
            String field,
            @Nullable Colour better) {
        public boolean isGood() {
            return better == null;
        }

        /** Of the badge that tells the level. */
        public String tone() {
            return switch (level) {
                case AAA, AA -> "good";
                case LARGE -> "waiting";
                case POOR -> "bad";
            };
        }
    }

    /** @param otherwise the main colour when what is typed is none */
    static List<Pair> of(BrandingForm form, String otherwise) {
        var primary = Colour.parse(form.primary()).orElse(new Colour(otherwise));
        var ground = Colour.parse(form.ground()).orElse(GROUND);
        var link = Colour.parse(form.ink()).orElseGet(primary::ink);
        var pairs = new ArrayList<Pair>();
        pairs.add(pair(
                "button", Colour.parse(form.onPrimary()).orElseGet(primary::on), primary, BrandingForm.ON_PRIMARY));
        pairs.add(pair("link", link, Colour.WHITE, BrandingForm.INK));
        pairs.add(pair("link-ground", link, ground, BrandingForm.INK));
        pairs.add(onGround("text", TEXT, ground));
        pairs.add(onGround("soft-text", SOFT_TEXT, ground));
        Colour.parse(form.backdrop())
                .ifPresent(colour -> pairs.add(pair(
                        "backdrop",
                        Colour.parse(form.backdropInk()).orElseGet(colour::on),
                        colour,
                        BrandingForm.BACKDROP_INK)));
        Colour.parse(form.circular())
                .ifPresent(colour -> pairs.add(pair(
                        "circular",
                        Colour.parse(form.circularInk()).orElseGet(colour::on),
                        colour,
                        BrandingForm.CIRCULAR_INK)));
        return List.copyOf(pairs);
    }

    private static Pair pair(String key, Colour ink, Colour ground, String field) {
        var ratio = ink.contrast(ground);
        return new Pair(
                key,
                ink,
                ground,
                BrandRules.ratio(ratio),
                level(ratio),
                field,
                ratio >= GOOD ? null : ink.near(ground, GOOD));
    }

    /** The text's colour is ours, so it is the ground that gives way. */
    private static Pair onGround(String key, Colour ink, Colour ground) {
        var ratio = ink.contrast(ground);
        return new Pair(
                key,
                ink,
                ground,
                BrandRules.ratio(ratio),
                level(ratio),
                BrandingForm.GROUND,
                ratio >= GOOD ? null : ground.near(ink, GOOD));
    }

    private static Level level(double ratio) {
        if (ratio >= BEST) return Level.AAA;
        if (ratio >= GOOD) return Level.AA;
        return ratio >= BrandRules.LEAST ? Level.LARGE : Level.POOR;
    }
}
