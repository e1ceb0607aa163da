package org.plenary.tenancy.schema;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections that belong to no pool and to no schema, for creating and changing schemas. */
@FunctionalInterface
public interface DirectConnections {
    Connection open() throws SQLException;
}
