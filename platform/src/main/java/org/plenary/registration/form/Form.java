package org.plenary.registration.form;

/** One version of a conference's form; 0 is the empty form of a conference that has none yet. */
public record Form(int version, FormDefinition definition) {
    static final Form NONE = new Form(0, FormDefinition.EMPTY);
}
