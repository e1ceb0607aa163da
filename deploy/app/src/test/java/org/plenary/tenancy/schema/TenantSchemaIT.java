package org.plenary.tenancy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.SchemaCopies;
import org.plenary.tenancy.TenantId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a tenant's schema is made of, however it was made. */
class TenantSchemaIT extends PlenaryIT {
    private static final int TABLES = 170;
    private static final int INDEXES = 418;

    /** The rounds of the backups, which go on meanwhile, drop what is older. */
    private static final Duration UNDISTURBED = Duration.ofDays(36_500);

    /** Table, index. */
    private static final List<String> KINDS = List.of("r", "i");

    @Autowired
    private TenantChangeLog changes;

    @Autowired
    private DirectConnections connections;

    @Autowired
    private SchemaCopies copies;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void thePreparedScriptAndTheReplayedChangeLogMakeTheSameSchema() throws Exception {
        var prepared = new SchemaPicture(jdbc, aTenant().schema());
        var replayed = new SchemaPicture(jdbc, replayed());

        assertThat(prepared.structure()).hasSizeGreaterThan(100).containsExactlyElementsOf(replayed.structure());
    }

    @Test
    void thePreparedScriptLeavesTheHistoryOfAReplay() throws Exception {
        var prepared = new SchemaPicture(jdbc, aTenant().schema());
        var replayed = new SchemaPicture(jdbc, replayed());

        assertThat(prepared.history())
                .hasSize(Integer.parseInt(changes.version()))
                .containsExactlyElementsOf(replayed.history());
    }

    @Test
    void aSchemaOfAnOlderVersionIsMadeByItsOwnChangesAndUpgradedToTheSame() {
        var all = changes.files();
        var older = all.subList(0, all.size() - 12);
        var schema = copies.reserve(new TenantId(Ids.next()), UNDISTURBED);

        copies.make(schema, older);
        var picture = new SchemaPicture(jdbc, schema);
        assertThat(picture.history()).hasSize(older.size());
        copies.upgrade(schema);

        var prepared = new SchemaPicture(jdbc, aTenant().schema());
        assertThat(picture.structure()).containsExactlyElementsOf(prepared.structure());
        assertThat(picture.history()).containsExactlyElementsOf(prepared.history());
        assertThat(copies.canMake(List.of("db/tenant/changes/999-of-tomorrow.sql")))
                .isFalse();
        jdbc.sql("update control.replaced_schema set drop_after = to_timestamp(0) where schema_name = ?")
                .param(schema)
                .update();
        copies.dropOld();
        assertThat(picture.tables()).isEmpty();
    }

    @Test
    void replayingOverAPreparedSchemaChangesNothing() throws Exception {
        var tenant = aTenant();
        var picture = new SchemaPicture(jdbc, tenant.schema());
        var structure = picture.structure();
        var history = picture.history();

        try (var connection = connections.open()) {
            changes.update(connection, tenant.schema());
        }

        assertThat(picture.structure()).isEqualTo(structure);
        assertThat(picture.history()).isEqualTo(history);
    }

    @Test
    void aTenantStaysWithinTheBudgetOfTablesAndIndexes() {
        var schema = aTenant().schema();

        assertThat(count("select count(*) from pg_tables where schemaname = ?", schema))
                .isBetween(10, TABLES);
        assertThat(count("select count(*) from pg_indexes where schemaname = ?", schema))
                .isBetween(10, INDEXES);
    }

    @Test
    void aTenantsSchemaHoldsPlainTablesOnly() {
        var schema = aTenant().schema();

        var kinds = jdbc.sql("""
                        select distinct c.relkind::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ?""").param(schema).query(String.class).list();
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(count("""
                        select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = ? and not t.tgisinternal""", schema)).isZero();
        assertThat(count("""
                        select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname = ?""", schema)).isZero();
        assertThat(count("""
                        select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        join pg_namespace n on n.oid = c.relnamespace where n.nspname = ?""", schema)).isZero();
    }

    @Test
    void noForeignKeyLeadsIntoATenantsSchemaOrOutOfIt() {
        var schema = aTenant().schema();

        var crossing = jdbc.sql("""
                        select k.conname from pg_constraint k
                        join pg_class here on here.oid = k.conrelid join pg_class there on there.oid = k.confrelid
                        join pg_namespace n on n.oid = here.relnamespace join pg_namespace m on m.oid = there.relnamespace
                        where k.contype = 'f' and n.oid <> m.oid and ? in (n.nspname, m.nspname)""").param(schema).query(String.class).list();

        assertThat(crossing).isEmpty();
    }

    /** A schema that Liquibase made step by step. */
    private String replayed() throws Exception {
        var schema = PreparedSchemas.newName();
        jdbc.sql("create schema " + schema).update();
        try (var connection = connections.open()) {
            changes.update(connection, schema);
        }
        return schema;
    }

    private int count(String query, String schema) {
        return jdbc.sql(query).param(schema).query(Integer.class).single();
    }
}
