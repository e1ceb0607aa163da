package org.plenary.tenancy.persistence;

import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.hibernate.cfg.MultiTenancySettings;
import org.plenary.tenancy.schema.DirectConnections;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class PersistenceConfiguration {
    @Bean
    TenantDataSource dataSource(DatabaseSettings settings) {
        return new TenantDataSource(settings);
    }

    @Bean
    MeterBinder connectionMeters(TenantDataSource dataSource) {
        return dataSource::measure;
    }

    @Bean
    HibernatePropertiesCustomizer schemaPerTenant(DataSource dataSource) {
        var bound = new BoundSchema();
        return properties -> {
            properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, bound);
            properties.put(
                    MultiTenancySettings.MULTI_TENANT_CONNECTION_PROVIDER, new SchemaConnections(dataSource, bound));
        };
    }

    /** For changes of schemas, which take long and must not sit in a pool. */
    @Bean
    DirectConnections directConnections(DatabaseSettings settings) {
        return () -> {
            var direct = new PGSimpleDataSource();
            direct.setUrl(settings.url());
            direct.setUser(settings.user());
            direct.setPassword(settings.password());
            return direct.getConnection();
        };
    }
}
