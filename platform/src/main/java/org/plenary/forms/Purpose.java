package org.plenary.forms;

import java.util.Locale;

/**
 * What a conference's form is for. Each purpose has versions of its own, in a table of its own: the version of the platform that
 * runs beside this one during a rollout takes every row of {@code registration_form} for a registration form.
 */
public enum Purpose {
    REGISTRATION("registration_form", "form", "form", "form.changed", false),
    SUBMISSION("submission_form", "call/form", "papers", "call-form.changed", true),
    REVIEW("review_form", "papers/reviewing/form", "papers", "review-form.changed", true);

    private final String table;
    private final String path;
    private final String nav;
    private final String action;
    private final boolean onlyAsks;

    Purpose(String table, String path, String nav, String action, boolean onlyAsks) {
        this.table = table;
        this.path = path;
        this.nav = nav;
        this.action = action;
        this.onlyAsks = onlyAsks;
    }

    /** Its columns are those of {@code registration_form}. */
    String table() {
        return table;
    }

    /** Where the form is built, below the address of the conference. */
    public String path() {
        return path;
    }

    /** What of the menu the builder belongs to. */
    String nav() {
        return nav;
    }

    /** Under what the audit trail notes that the form was changed. */
    String action() {
        return action;
    }

    /**
     * Whether nothing is sold by the form, no file and no persons are brought with it, staff note nothing in it, and no answer is
     * erased before the rest.
     */
    boolean onlyAsks() {
        return onlyAsks;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
