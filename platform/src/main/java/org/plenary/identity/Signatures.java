package org.plenary.identity;

/** Signs what is handed out and comes back, so that nobody else can have made it. */
public interface Signatures {
    /** The same on every node, as URL-safe text; the text names what it is for and whose it is. */
    String of(String text);
}
