package org.plenary.forms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of answer a field takes, in the order in which the builder offers them. */
public enum FieldType {
    @JsonProperty("text")
    TEXT(Family.TEXT, Group.USUAL, "ti-letter-case"),
    @JsonProperty("long_text")
    LONG_TEXT(Family.TEXT, Group.USUAL, "ti-align-left"),
    @JsonProperty("choice")
    CHOICE(Family.CHOICE, Group.USUAL, "ti-circle-dot"),
    @JsonProperty("multiple_choice")
    MULTIPLE_CHOICE(Family.CHOICES, Group.USUAL, "ti-checkbox"),
    @JsonProperty("yes_no")
    YES_NO(Family.YES_NO, Group.USUAL, "ti-toggle-left"),
    @JsonProperty("number")
    NUMBER(Family.NUMBER, Group.USUAL, "ti-123"),
    @JsonProperty("date")
    DATE(Family.TIME, Group.USUAL, "ti-calendar"),
    @JsonProperty("time")
    TIME(Family.TIME, Group.USUAL, "ti-clock"),
    @JsonProperty("datetime")
    DATETIME(Family.TIME, Group.USUAL, "ti-calendar-time"),
    @JsonProperty("email")
    EMAIL(Family.TEXT, Group.PERSON, "ti-mail"),
    @JsonProperty("phone")
    PHONE(Family.TEXT, Group.PERSON, "ti-phone"),
    @JsonProperty("url")
    URL(Family.TEXT, Group.PERSON, "ti-link"),
    @JsonProperty("country")
    COUNTRY(Family.COUNTRY, Group.PERSON, "ti-world"),
    @JsonProperty("nationality")
    NATIONALITY(Family.COUNTRY, Group.PERSON, "ti-flag"),
    @JsonProperty("address")
    ADDRESS(Family.PARTS, Group.PERSON, "ti-map-pin"),
    @JsonProperty("passport")
    PASSPORT(Family.PARTS, Group.PERSON, "ti-id"),
    @JsonProperty("meal_and_diet")
    MEAL_AND_DIET(Family.PARTS, Group.EVENT, "ti-soup"),
    @JsonProperty("accompanying_persons")
    ACCOMPANYING_PERSONS(Family.PERSONS, Group.EVENT, "ti-users"),
    @JsonProperty("file")
    FILE(Family.FILE, Group.EVENT, "ti-file"),
    @JsonProperty("image")
    IMAGE(Family.FILE, Group.EVENT, "ti-photo"),
    @JsonProperty("consent")
    CONSENT(Family.CONSENT, Group.EVENT, "ti-writing");

    /** Types whose answers are kept, asked and compared alike. Nearly all that treats answers differently asks for this alone. */
    public enum Family {
        /** A line or more that people type, which can have a length, a pattern and a placeholder. */
        TEXT,
        NUMBER,
        /** A day, an hour or both, kept as ISO 8601 writes them. */
        TIME,
        YES_NO,
        CONSENT,
        CHOICE,
        CHOICES,
        /** A country’s code (ISO 3166-1 alpha-2). */
        COUNTRY,
        FILE,
        /** An object of named parts, each a field of its own. */
        PARTS,
        PERSONS
    }

    /** Where the builder offers it. */
    enum Group {
        USUAL,
        PERSON,
        EVENT
    }

    private final Family family;
    private final Group group;
    private final String icon;

    FieldType(Family family, Group group, String icon) {
        this.family = family;
        this.group = group;
        this.icon = icon;
    }

    public Family family() {
        return family;
    }

    Group group() {
        return group;
    }

    String icon() {
        return icon;
    }

    /** The name on the wire and in pages. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in keys of messages. */
    public String dashed() {
        return wire().replace('_', '-');
    }

    public boolean offersOptions() {
        return family == Family.CHOICE || family == Family.CHOICES || this == MEAL_AND_DIET;
    }

    /** Whether there are ways to draw it. */
    public boolean isPicked() {
        return offersOptions() || family == Family.YES_NO;
    }

    public boolean isTyped() {
        return family == Family.TEXT;
    }

    /** Whether answers can be compared as smaller and larger, so that a range can limit them. */
    public boolean isOrdered() {
        return family == Family.NUMBER || family == Family.TIME;
    }

    public boolean isFile() {
        return family == Family.FILE;
    }

    public boolean hasParts() {
        return family == Family.PARTS;
    }

    /** Whether it brings nothing but an answer: no file, no persons, and nothing that must be erased in time. */
    boolean onlyAsks() {
        return family != Family.FILE && family != Family.PERSONS && this != PASSPORT;
    }

    /** Whether each accompanying person can be asked this. */
    public boolean isForPersons() {
        return switch (family) {
            case TEXT, NUMBER, TIME, YES_NO, CHOICE, CHOICES, COUNTRY -> true;
            case CONSENT, FILE, PARTS, PERSONS -> false;
        };
    }

    /** Whether a default can be set: it is written as the answer would be. */
    public boolean takesDefault() {
        return switch (family) {
            case TEXT, NUMBER, TIME, YES_NO, CHOICE, COUNTRY -> true;
            case CONSENT, CHOICES, FILE, PARTS, PERSONS -> false;
        };
    }
}
