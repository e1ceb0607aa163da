package org.plenary.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** SPI: figures of a schema that no copy and no upgrade changes, such as the balance of its ledger. */
public interface SchemaSums {
    /** @param connection whose search path is the schema, and whatever version this has */
    Map<String, String> of(Connection connection) throws SQLException;
}
