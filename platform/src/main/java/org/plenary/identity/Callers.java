package org.plenary.identity;

/** Tells who makes the current request; {@link Caller#ANONYMOUS} outside of one. */
public interface Callers {
    Caller current();
}
