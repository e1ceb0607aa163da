package org.plenary.files;

import java.util.Set;

/**
 * What is accepted in some place.
 *
 * @param types media types, compared with what the content really is
 * @param maximumBytes inclusive
 * @param alwaysKept also when the storage of the organization's plan is full: somebody has a right to it, and nobody sent it
 */
public record FileRule(Set<String> types, long maximumBytes, boolean alwaysKept) {
    private static final long MEBIBYTE = 1024 * 1024;
    public static final FileRule PAPER = new FileRule(Set.of("application/pdf"), 30 * MEBIBYTE);
    public static final FileRule LOGO = new FileRule(Set.of("image/png", "image/jpeg"), 2 * MEBIBYTE);
    /** Of a page that everybody sees. */
    public static final FileRule IMAGE = new FileRule(Set.of("image/png", "image/jpeg"), 5 * MEBIBYTE);

    /** Of our own making; nobody sends one. */
    public static final FileRule ARCHIVE = new FileRule(Set.of("application/zip"), 4096 * MEBIBYTE, true);

    public static final FileRule ATTACHMENT =
            new FileRule(Set.of("application/pdf", "image/png", "image/jpeg"), 10 * MEBIBYTE);

    /** Of what somebody sends. */
    public FileRule(Set<String> types, long maximumBytes) {
        this(types, maximumBytes, false);
    }
}
