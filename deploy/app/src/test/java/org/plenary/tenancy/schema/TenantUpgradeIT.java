package org.plenary.tenancy.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.integration.spring.SpringResourceAccessor;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantMigrations;
import org.plenary.tenancy.TenantRegistry;
import org.plenary.tenancy.TenantSchemas;
import org.plenary.tenancy.TenantStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bringing schemas that an older version of the application made up to date. */
class TenantUpgradeIT extends PlenaryIT {
    @Autowired
    private Upgrade upgrade;

    @Autowired
    private TenantChangeLog changes;

    @Autowired
    private TenantMigrations migrations;

    @Autowired
    private TenantRegistry registry;

    @Autowired
    private TenantDirectory directory;

    @Autowired
    private TenantSchemas schemas;

    @Autowired
    private DirectConnections connections;

    @Autowired
    private ResourceLoader resources;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aTenantThatIsBehindIsBroughtUpToDate() throws Exception {
        var newest = new SchemaPicture(jdbc, aTenant().schema());
        var tenant = aTenantBehind();

        var failed = upgrade.run();

        assertThat(failed).isZero();
        assertThat(version(tenant)).isEqualTo(changes.version());
        var upgraded = new SchemaPicture(jdbc, tenant.schema());
        assertThat(upgraded.structure()).containsExactlyElementsOf(newest.structure());
        assertThat(upgraded.history()).containsExactlyElementsOf(newest.history());
        assertThat(directory.bySlug(tenant.slug()).orElseThrow().status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void aTenantWhoseUpgradeFailsIsInMaintenanceAlone() throws Exception {
        var current = aTenant();
        var behind = aTenantBehind();
        var blocked = aTenantBehind();
        block(blocked);

        var failed = upgrade.run();

        assertThat(failed).isEqualTo(1);
        assertThat(version(blocked)).isNotEqualTo(changes.version());
        assertThat(version(behind)).isEqualTo(changes.version());
        eventually(
                "the tenant's host is closed", () -> anonymous(blocked).get("/").status() == 503);
        anonymous(behind).get("/").expect(200);
        anonymous(current).get("/").expect(200);
        unblock(blocked);
        upgrade.run();
    }

    @Test
    void theNextUpgradeThatWorksEndsTheMaintenance() throws Exception {
        var tenant = aTenantBehind();
        block(tenant);
        upgrade.run();
        eventually(
                "the tenant's host is closed", () -> anonymous(tenant).get("/").status() == 503);

        unblock(tenant);
        var failed = upgrade.run();

        assertThat(failed).isZero();
        eventually(
                "the tenant's host works again",
                () -> anonymous(tenant).get("/").status() == 200);
        owner(tenant).get("/api/v1/conferences").expect(200);
    }

    @Test
    void theOperatorSeesWhyAnUpgradeFailedAndHasItTriedAgain() throws Exception {
        var tenant = aTenantBehind();
        block(tenant);
        upgrade.run();

        var failed = migration(tenant);
        assertThat(failed.state()).isEqualTo(TenantMigrations.State.FAILED);
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.error()).startsWith("db/tenant/changes/").contains("already exists (42P07)");
        assertThat(failed.took()).isNotNull();
        unblock(tenant);
        migrations.retry(tenant.id());

        eventually("it is upgraded", () -> migration(tenant).state() == TenantMigrations.State.CURRENT);
        eventually(
                "that is noted",
                () -> migration(tenant).error() == null && migration(tenant).failures() == 0);
        eventually("its host works again", () -> anonymous(tenant).get("/").status() == 200);
        assertThatThrownBy(() -> migrations.retry(tenant.id())).isInstanceOf(Problem.Conflict.class);
    }

    private TenantMigrations.Migration migration(Tenant tenant) {
        return java.util.Arrays.stream(TenantMigrations.State.values())
                .flatMap(state -> migrations.page(state, 10_000, null).items().stream())
                .filter(each -> each.tenant().equals(tenant.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLockThatAKilledUpgradeLeftIsNoHindrance() throws Exception {
        var tenant = aTenantBehind();
        jdbc.sql(
                        "update " + tenant.schema()
                                + ".databasechangeloglock set locked = true, lockgranted = now(), lockedby = 'a node that is gone'")
                .update();

        assertThat(upgrade.run()).isZero();

        assertThat(version(tenant)).isEqualTo(changes.version());
    }

    @Test
    void aSuspendedTenantIsUpgradedAndStaysSuspended() throws Exception {
        var tenant = aTenantBehind();
        registry.suspend(tenant.id(), "Unpaid");

        upgrade.run();

        assertThat(version(tenant)).isEqualTo(changes.version());
        assertThat(directory.bySlug(tenant.slug()).orElseThrow().status()).isEqualTo(TenantStatus.SUSPENDED);
    }

    @Test
    void aTenantWhoseUpgradeFailedWhileItWasSuspendedIsNotOpenedOnTheOldSchema() throws Exception {
        var tenant = aTenantBehind();
        registry.suspend(tenant.id(), "Unpaid");
        block(tenant);
        upgrade.run();

        registry.resume(tenant.id());

        assertThat(directory.bySlug(tenant.slug()).orElseThrow().status()).isEqualTo(TenantStatus.MAINTENANCE);
        unblock(tenant);
        upgrade.run();
        eventually(
                "the tenant's host works again",
                () -> anonymous(tenant).get("/").status() == 200);
    }

    @Test
    void whatTheVersionBeforeMadeDuringTheRolloutIsUpgradedByItself() throws Exception {
        var late = aTenantBehind();
        var failed = aTenantBehind();
        block(failed);
        assertThat(upgrade.run()).isEqualTo(1);
        jdbc.sql("update control.tenant set schema_version = ? where id = ?")
                .params(
                        String.valueOf(Integer.parseInt(changes.version()) - 1),
                        late.id().value())
                .update();

        assertThat(upgrade.late()).isEqualTo(1);

        assertThat(version(late)).isEqualTo(changes.version());
        assertThat(upgrade.late())
                .as("one that failed waits for somebody to look")
                .isZero();
        unblock(failed);
        assertThat(upgrade.run()).isZero();
    }

    @Test
    void whatTheNextVersionHasUpgradedIsLeftAloneAndServed() {
        var tenant = aTenant();
        var newer = String.valueOf(Integer.parseInt(changes.version()) + 3);
        jdbc.sql("update control.tenant set schema_version = ? where id = ?")
                .params(newer, tenant.id().value())
                .update();

        assertThat(upgrade.run()).isZero();
        registry.suspend(tenant.id(), "Unpaid");
        registry.resume(tenant.id());

        assertThat(version(tenant)).isEqualTo(newer);
        anonymous(tenant).get("/").expect(200);
    }

    @Test
    void sparesOfAnOlderVersionAreDropped() {
        schemas.keepSpares(1);
        var spare = jdbc.sql("update control.spare_schema set schema_version = '1' returning schema_name")
                .query(String.class)
                .list()
                .getFirst();

        upgrade.run();

        assertThat(jdbc.sql("select count(*) from pg_namespace where nspname = ?")
                        .param(spare)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Made with all changes but the last. */
    private Tenant aTenantBehind() throws Exception {
        var slug = "u" + Ids.reference(10).toLowerCase(Locale.ROOT);
        var tenant = registry.register(new TenantRegistry.NewTenant(
                slug, "Society " + slug, "DE", Locale.ENGLISH, ZoneId.of("Europe/Berlin"), "free"));
        var known = Integer.parseInt(changes.version()) - 1;
        // The tenant may have been given a spare, which is up to date.
        jdbc.sql("drop schema if exists " + tenant.schema() + " cascade").update();
        jdbc.sql("create schema " + tenant.schema()).update();
        try (var connection = connections.open()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDefaultSchemaName(tenant.schema());
            database.setLiquibaseSchemaName(tenant.schema());
            new Liquibase("db/tenant/changelog.xml", new SpringResourceAccessor(resources), database)
                    .update(known, new Contexts(), new LabelExpression());
        }
        jdbc.sql("update control.tenant set schema_version = ? where id = ?")
                .params(String.valueOf(known), tenant.id().value())
                .update();
        return registry.activate(tenant.id());
    }

    /** Puts something in the way of the tables that are still missing. */
    private void block(Tenant tenant) {
        for (var table : missing(tenant))
            jdbc.sql("create table " + tenant.schema() + "." + table + " (in_the_way int)")
                    .update();
    }

    private void unblock(Tenant tenant) {
        jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_schema = ? and column_name = 'in_the_way'""")
                .param(tenant.schema())
                .query(String.class)
                .list()
                .forEach(table ->
                        jdbc.sql("drop table " + tenant.schema() + "." + table).update());
    }

    private Set<String> missing(Tenant tenant) {
        var missing = new TreeSet<>(new SchemaPicture(jdbc, aTenant().schema()).tables());
        new SchemaPicture(jdbc, tenant.schema()).tables().forEach(missing::remove);
        assertThat(missing).as("tables that the last change makes").isNotEmpty();
        return missing;
    }

    private String version(Tenant tenant) {
        return jdbc.sql("select schema_version from control.tenant where id = ?")
                .param(tenant.id().value())
                .query(String.class)
                .single();
    }
}
