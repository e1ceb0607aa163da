package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultTests {
    @Test
    void ofADatabaseItTellsWhatAndWhereAndNoValues() {
        var cause = new SQLException("""
                ERROR: duplicate key value violates unique constraint "person_email"
                  Detail: Key (email)=(ada@example.org) already exists.""", "23505");
        var failure = new IllegalStateException(
                "Migration failed for changeset db/tenant/changes/609-dunning.sql::609-dunning::plenary: no", cause);

        assertThat(Fault.told(failure))
                .isEqualTo(
                        "db/tenant/changes/609-dunning.sql: ERROR: duplicate key value violates unique constraint \"person_email\" (23505)");
        assertThat(Fault.told(new SQLException("ERROR: invalid input syntax for type date: \"Ada\"", "22007")))
                .isEqualTo("SQL 22007");
    }

    @Test
    void whatAnExceptionSaysIsNotTold() {
        var told = Fault.told(new RuntimeException(new IllegalArgumentException("ada@example.org is no address")));

        assertThat(told).startsWith("IllegalArgumentException in FaultTests.").doesNotContain("ada");
    }
}
