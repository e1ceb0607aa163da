package org.plenary.communication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** PORT: binds many PDFs that others have made into one volume. */
public interface Bindery {
    /** A PDF that is damaged, locked or empty. */
    final class Unreadable extends Exception {
        public Unreadable(@Nullable Throwable cause) {
            super("this PDF cannot be read", cause, true, false);
        }
    }

    /** @param head what stands above each page of the body; blank for nothing */
    Binding begin(String title, String head) throws IOException;

    /**
     * A volume in the making. What was bound lies in a temporary file and not in the memory; of a document that is bound only its pages
     * and links come along, no scripts, forms or attachments.
     */
    interface Binding extends AutoCloseable {
        /** Pages before the body, numbered in roman numerals. @param bookmark null for none */
        void front(byte[] pdf, @Nullable String bookmark) throws IOException;

        /** From now on bookmarks stand below this one. */
        void part(@Nullable String bookmark);

        /** Pages of the body, numbered from 1. @return how many there were */
        int body(InputStream pdf, String bookmark) throws Unreadable, IOException;

        void save(Path file) throws IOException;

        @Override
        void close() throws IOException;
    }
}
