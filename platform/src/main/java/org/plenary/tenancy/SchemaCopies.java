package org.plenary.tenancy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Copies whole schemas out of the database, and into new ones beside those in use. It works on connections of its own and needs no
 * tenant bound: whoever calls it knows whose schema it is.
 */
public interface SchemaCopies {
    /** A table and its columns, in the order in which a copy has them. */
    record Table(String name, List<String> columns) {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /** @param checksum SHA-256, in hexadecimal, of the copy as text in the order of the primary key */
    record Sum(long rows, String checksum) {}

    /**
     * @param type as the database calls it
     * @param isText of what a spreadsheet could take for a formula
     * @param references the table that it names a row of
     * @param about what it is, where that needs saying; in English
     */
    record Field(
            String name,
            String type,
            boolean isText,
            boolean isRequired,
            boolean isKey,
            @Nullable String references,
            @Nullable String about) {}

    /** What a table holds, for whoever reads it elsewhere: without what only opens doors, such as hashes of secrets. */
    record Description(Table table, @Nullable String about, List<Field> fields) {
        public Description {
            fields = List.copyOf(fields);
        }
    }

    /** One schema as of one moment. */
    interface Source extends AutoCloseable {
        /** The files of the changes that it was made by, in their order. */
        List<String> changes();

        List<Table> tables();

        /** Leaves the stream open. */
        Sum copy(Table table, OutputStream out) throws IOException;

        Description describe(Table table);

        /** With a line of names; a text that a spreadsheet would take for a formula is marked by an apostrophe. */
        long csv(Description table, OutputStream out) throws IOException;

        /** As it is, one JSON object in each line; returns how many. */
        long json(Description table, OutputStream out) throws IOException;

        /** What must still hold after the copy was upgraded, see {@link SchemaSums}. */
        Map<String, String> sums();

        /** The ids of the stored files. */
        List<UUID> files();

        @Override
        void close();
    }

    /** A schema that is being filled; nothing of it is kept without {@link #keep}. */
    interface Target extends AutoCloseable {
        /** Leaves the stream open. */
        void load(Table table, InputStream copy) throws IOException;

        /** What one table has now, as {@link Source#copy} would have told. */
        Sum sum(Table table) throws IOException;

        /** Sets its foreign keys again, and commits. */
        void keep();

        @Override
        void close();
    }

    Source read(String schema);

    /** The newest version, see {@link Tenant#schemaVersion}. */
    String version();

    /** Whether schemas of all these changes can be made by this version of the application. */
    boolean canMake(List<String> changes);

    /**
     * A name for a schema that does not exist yet; whatever comes of it, it is dropped after this time, unless it is in use by
     * then.
     */
    String reserve(TenantId tenant, Duration life);

    /** Makes the schema anew and empty, by these changes alone. */
    void make(String schema, List<String> changes);

    Target fill(String schema);

    /** Applies the changes that came since. */
    void upgrade(String schema);

    Map<String, String> sums(String schema);

    /** Drops what was reserved or replaced, and may not be in use. */
    void drop(String schema);

    /** Drops those whose time is over; returns how many. */
    int dropOld();

    /** Drops all that there are of a tenant beside the one in use, in the caller's transaction. */
    void dropAllOf(TenantId tenant);
}
