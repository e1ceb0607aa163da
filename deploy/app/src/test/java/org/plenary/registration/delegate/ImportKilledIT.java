package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/** However often an import is begun, stopped or done at the same time: each row is written once. */
class ImportKilledIT extends ImportingIT {
    @Autowired
    private DelegateJobRunning running;

    @Test
    void threeAtTheSameJobWriteEachRowOnce() throws Exception {
        for (var together : List.of(true, false)) {
            var before = delegates().size();
            var job = upload(people(MANY).replace("person", together ? "one" : "each"));
            start(job, mapping(job, "open", false), together);
            var work = IntStream.range(0, 2)
                    .<Callable<Object>>mapToObj(n -> () -> again(job))
                    .toList();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (var each : threads.invokeAll(work)) each.state();
            }

            finished(job);
            assertThat(delegates()).hasSize(before + MANY);
            assertThat(levels("fee:open").used()).isEqualTo(before + MANY);
        }
    }

    /** The database refuses the eighth row, as if the machine had stopped there; then it goes on. */
    @Test
    void aJobThatIsKilledInTheMiddleGoesOnWhereItStopped() {
        var job = upload(people(MANY));
        trap("delegate", "NEW.name = 'Person 7'");
        start(job, mapping(job, "open", false), false);
        eventually("seven rows", () -> delegates().size() == 7);
        assertThat(find(job).isRunning()).isTrue();

        trap("delegate", "false");

        assertThat(finished(job).done()).isEqualTo(MANY);
        assertThat(delegates()).hasSize(MANY);
        assertThat(levels("fee:open").used()).isEqualTo(MANY);
    }

    @Test
    void aJobThatIsKilledBeforeItCouldSayThatItIsDoneWritesNothingTwice() {
        var job = upload(people(MANY));
        trap("delegate_job", "NEW.status = 'finished'");
        start(job, mapping(job, "open", false), true);
        eventually("all rows", () -> delegates().size() == MANY);

        trap("delegate_job", "false");

        assertThat(finished(job).problems()).isEmpty();
        assertThat(delegates()).hasSize(MANY);
    }

    private Object again(DelegateJob job) {
        Tenancy.runAs(tenant, () -> running.on(new DelegateJobStarted(tenant.id(), job.conference(), job.id())));
        return job;
    }

    /** Every change of the table that meets the condition fails from now on. */
    private void trap(String table, String condition) {
        Tenancy.runAs(tenant, () -> {
            jdbc.sql("""
                    CREATE OR REPLACE FUNCTION trap_%s() RETURNS trigger AS $trap$
                    BEGIN IF %s THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $trap$ LANGUAGE plpgsql""".formatted(table, condition)).update();
            jdbc.sql(
                            "CREATE OR REPLACE TRIGGER trap BEFORE INSERT OR UPDATE ON %1$s FOR EACH ROW EXECUTE FUNCTION trap_%1$s()"
                                    .formatted(table))
                    .update();
        });
    }
}
