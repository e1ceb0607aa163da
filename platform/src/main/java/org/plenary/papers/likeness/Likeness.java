package org.plenary.papers.likeness;

/**
 * How much of two papers is the same, as parts of one. What stands in several papers counts less, see {@link PrintIndex}.
 *
 * @param firstBody how much of the first one's file is in the second one's; 0 unless both have one
 * @param firstBrief the same of title and abstract
 * @param words so many words of the files, about, are the same
 * @param sameTitle whether both have the same title, whatever else
 */
record Likeness(
        double firstBody,
        double secondBody,
        double firstBrief,
        double secondBrief,
        double resemblance,
        int words,
        boolean sameTitle) {
    /** With less in common two papers are no pair, whatever a conference asks for; papers of a field have up to 8 %. */
    static final double LEAST = 0.10;

    /** So much of a paper's text makes a pair however long the paper is: about half a page. */
    static final int LONG = 300;

    /** Fewer fingerprints in common happen. */
    private static final double CHANCE = 3;

    /** Of the whole is only as much known as the fingerprints of both. */
    record Shared(double brief, double body, boolean title) {
        static final Shared NOTHING = new Shared(0, 0, false);
    }

    static Likeness of(StoredPrint first, StoredPrint second, Shared shared) {
        var body = shared.body() < CHANCE ? 0 : shared.body();
        var brief = shared.brief() < CHANCE ? 0 : shared.brief();
        var both = first.body().length + second.body().length;
        var bothBrief = first.brief().length + second.brief().length;
        return new Likeness(
                part(body, first.body().length),
                part(body, second.body().length),
                part(brief, first.brief().length),
                part(brief, second.brief().length),
                Math.max(part(body, both - body), part(brief, bothBrief - brief)),
                PaperPrint.words(body),
                shared.title());
    }

    private static double part(double shared, double all) {
        return all <= 0 ? 0 : Math.min(1, shared / all);
    }

    /** The most that one of them has of the other, by which pairs are ordered. */
    double most() {
        return Math.max(Math.max(firstBody, secondBody), Math.max(firstBrief, secondBrief));
    }

    boolean isPair() {
        return most() >= LEAST || words >= LONG || sameTitle;
    }

    /** How much of the first is in the second: of the files, where both have one, else of the abstracts. */
    double ofFirst() {
        return firstBody + secondBody > 0 ? firstBody : firstBrief;
    }

    double ofSecond() {
        return firstBody + secondBody > 0 ? secondBody : secondBrief;
    }

    Likeness turned() {
        return new Likeness(secondBody, firstBody, secondBrief, firstBrief, resemblance, words, sameTitle);
    }
}
