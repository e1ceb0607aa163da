package org.plenary.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionScriptTests {
    private static final String CONFERENCE = "01a2141d-172d-779b-acda-cebb7959a1b1";
    private static final String ONE = "01a2141d-50ad-72ec-8001-000000000001";
    private static final String OTHER = "01a2141d-50ad-72ec-8001-000000000002";

    private static final String LOG = """
            what stood before
            @@plenary-tenants-2@41 LOG:  execute S_3: BEGIN
            @@plenary-control@42 LOG:  statement: select 1
            @@plenary-tenants-2@41 LOG:  execute <unnamed>: INSERT INTO t (id, conference, name)
            \tVALUES ($1, $2, $3)
            @@plenary-tenants-2@41 DETAIL:  Parameters: $1 = '%s', $2 = '%s', $3 = 'it''s 12:30'
            @@plenary-tenants-2@41 LOG:  execute S_9: SELECT $1, $2, $3
            @@plenary-tenants-2@41 DETAIL:  Parameters: $1 = '{fee:fee000}', $2 = '{1}', $3 = NULL
            """;

    @Test
    void theLogIsReadWithValuesAndLinesPutTogether() {
        var statements = Trace.read(LOG.formatted(ONE, CONFERENCE));

        assertThat(statements).extracting(Trace.Statement::connection).contains("plenary-control");
        assertThat(statements.get(2).sql()).isEqualTo("INSERT INTO t (id, conference, name)\nVALUES ($1, $2, $3)");
        assertThat(statements.get(2).values()).containsExactly(ONE, CONFERENCE, "it's 12:30");
        assertThat(statements.get(3).values()).containsExactly("{fee:fee000}", "{1}", null);
    }

    @Test
    void whatIsAnOrdersOwnIsMadeNewAndAllElseStays() {
        var one = Trace.read(LOG.formatted(ONE, CONFERENCE));
        var other = Trace.read(LOG.formatted(OTHER, CONFERENCE));

        var script = TransactionScript.of(one, other, Drawn.fees(100));

        assertThat(script)
                .contains("\\set fee random(0, 99)")
                .contains("('01a2141d-50ad-72ec-8001-' || lpad(to_hex(:n::bigint), 12, '0'))::uuid")
                .contains("E'" + CONFERENCE + "'")
                .contains("E'it''s 12\\07230'")
                .contains("(E'{fee\\072' || 'fee' || lpad(:fee::text, 3, '0') || E'}')::text[], E'{1}'::int[], NULL");
    }

    @Test
    void statementsAreTheSameWhenOnlyValuesDiffer() {
        var one = new Sent(List.of(), Trace.read(LOG.formatted(ONE, CONFERENCE)));
        var other = new Sent(List.of(), Trace.read(LOG.formatted(OTHER, CONFERENCE)));

        assertThat(one.kinds()).isEqualTo(other.kinds());
        assertThat(Trace.kinds(one.statements())).isEqualTo(java.util.Map.of("BEGIN", 1, "SELECT", 2, "INSERT", 1));
    }
}
