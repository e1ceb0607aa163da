package org.plenary.tenancy.persistence;

import java.time.Duration;
import javax.sql.DataSource;

/**
 * The application's own data source outside of the application, so that it alone is measured. It stands in the package of what
 * it opens, which nobody else needs to see.
 */
public record DataSourceForBench(DataSource dataSource, AutoCloseable pools) implements AutoCloseable {
    /** With the numbers of pools and connections that are set by default. */
    public static DataSourceForBench open(String url, String user) {
        var source = new TenantDataSource(new DatabaseSettings(url, user, "", 8, 4, 5, 200, Duration.ofMinutes(10)));
        return new DataSourceForBench(source, source);
    }

    @Override
    public void close() throws Exception {
        pools.close();
    }
}
