package org.plenary.tenancy;

import java.io.OutputStream;
import java.util.List;

/** All that the bound tenant has in the database, for taking it elsewhere. */
public interface TenantTables {
    /** The names of its tables, sorted; what only says how the schema came about is not among them. */
    List<String> names();

    /**
     * Writes one table as CSV in UTF-8 with a line of column names, and leaves the stream open.
     *
     * @param name one of {@link #names()}
     */
    void copy(String name, OutputStream out);
}
