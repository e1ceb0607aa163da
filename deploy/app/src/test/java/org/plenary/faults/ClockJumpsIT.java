package org.plenary.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;

import java.sql.Timestamp;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.JumpingClock;
import org.plenary.billing.CardSandboxControl;
import org.plenary.registration.order.HoldSweeper;
import org.plenary.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The clock of the application jumps while places are held and paid, and is set right again. Jobs are due by the same clock. Most of
 * them are put off until after the test, so that those of all other tests' tenants are not all done at once, and what the sweeper does is
 * done by hand; that they are put off for far too long is just what a clock that was ahead does to them, and is mended as that is. Stripe,
 * PostgreSQL and browsers have the right time throughout.
 */
class ClockJumpsIT extends FaultFixture {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Delivers again what failed: it goes on, and every few moments. */
    private static final String REDELIVERY = "tenancy-resubmit-failed-events";

    /** All others are planned for a day ahead at most. */
    private static final String WEEKLY = "search-verify";

    @Autowired
    private JumpingClock clock;

    @Autowired
    private HoldSweeper sweeper;

    @BeforeEach
    void quiet() {
        anAccountAtStripe();
        jdbc.sql("""
                        update control.scheduled_tasks set execution_time = now() + interval '9 days', version = version + 1
                        where task_name <> ? and not picked""").param(REDELIVERY).update();
    }

    @AfterEach
    void theTimeIsRight() {
        clock.isRight();
        theIndexTakes(true);
        stripeTells(true);
        jdbc.sql("""
                        update control.scheduled_tasks set execution_time = now(), version = version + 1
                        where execution_time > now() + interval '25 hours' and not picked""").update();
    }

    @Test
    void aDayForwardFreesNoPlaceThatIsPaidForAndTheDayBackStopsNothing() throws Exception {
        var unpaid = buyers.holds().expect(201);
        var paid = buyers.holds().expect(201);
        stripeTells(false);
        assertThat(buyers.pays(paid)).isTrue();

        clock.isAheadBy(DAY);

        sweep();
        // nobody has told of the payment: Stripe was asked before anything was freed
        eventually("it is confirmed", () -> buyers.status(paid).equals("confirmed"));
        assertThat(buyers.status(unpaid)).isEqualTo("expired");
        buyers.isOver(unpaid);
        var meanwhile = buyers.holds().expect(201);
        theIndexTakes(false);
        buyers.registers().expect(201);
        somethingWaitsForItsNextTry();
        theJumpIsNoticed();

        clock.isRight();
        theIndexTakes(true);
        stripeTells(true);

        jobsAreDueAsEver();
        recoversFrom("a clock that was a day ahead");
        assertThat(buyers.pays(meanwhile)).as("what was held by that clock").isTrue();
        recoversFrom("a payment that a clock that was a day ahead had waited for");
    }

    @Test
    void anHourBackEndsNoHoldAndStopsNothing() throws Exception {
        var unpaid = buyers.holds().expect(201);
        var paid = buyers.holds().expect(201);
        stripeTells(false);
        assertThat(buyers.pays(paid)).isTrue();
        theIndexTakes(false);
        buyers.registers().expect(201);
        somethingWaitsForItsNextTry();

        clock.isAheadBy(HOUR.negated());
        theIndexTakes(true);
        stripeTells(true);

        sweep();
        assertThat(buyers.status(unpaid)).isEqualTo("pending");
        jobsAreDueAsEver();
        var meanwhile = buyers.holds().expect(201);
        // which Stripe's messages do not: they are of an hour ahead, and come again
        eventually("what failed was delivered", () -> late() == 0);

        clock.isRight();
        stripeTells(true);

        sweep();
        assertThat(buyers.pays(unpaid)).isTrue();
        assertThat(buyers.status(meanwhile))
                .as("its time was that of an hour ago")
                .isEqualTo("expired");
        buyers.isOver(meanwhile);
        recoversFrom("a clock that was an hour behind");
    }

    /** Others take its job over when it has not been heard of for a while, not when that day is over. */
    @Test
    void aNodeThatDiedWhileTheClockWasADayAheadIsNotTakenForAlive() throws Exception {
        clock.isAheadBy(DAY);
        jdbc.sql("""
                        insert into control.scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, version)
                        values ('of-a-node-that-died', 'one', :now, true, 'dead', :now, 1)""").param("now", Timestamp.from(clock.instant())).update();
        theJumpIsNoticed();

        clock.isRight();

        eventually(
                "its heartbeat is of a time that was",
                () -> jdbc.sql("""
                                select count(*) from control.scheduled_tasks
                                where task_name = 'of-a-node-that-died' and last_heartbeat <= ?""")
                                .param(Timestamp.from(clock.instant()))
                                .query(Long.class)
                                .single()
                        == 1);
        jdbc.sql("delete from control.scheduled_tasks where task_name = 'of-a-node-that-died'")
                .update();
    }

    @Test
    void tokensHoldForAnHourByTheClockThatThereIs() {
        var orders = PATH + "/orders";
        owner.get(orders).expect(200);

        clock.isAheadBy(DAY);
        owner.get(orders).expect(401);
        var ofTomorrow = owner(tenant);
        ofTomorrow.get(orders).expect(200);

        clock.isRight();
        owner.get(orders).expect(200);
        // not valid yet: whoever has it asks for another, as for one that has ended
        ofTomorrow.get(orders).expect(401);
        owner(tenant).get(orders).expect(200);
    }

    /** Waits for longer than from one look at the clock to the next, which leave no trace. */
    private static void theJumpIsNoticed() throws InterruptedException {
        Thread.sleep(2_500);
    }

    /** What the job does for our tenant. */
    private void sweep() {
        Tenancy.runAs(tenant, sweeper::sweep);
    }

    /** By a time that the clock of now has set. */
    private void somethingWaitsForItsNextTry() {
        eventually("it has failed and waits", () -> late() > 0);
    }

    private long late() {
        return jdbc.sql("select count(*) from control.late_event where serialized_event::json ->> 'tenant' = ?")
                .param(tenant.id().toString())
                .query(Long.class)
                .single();
    }

    /** By the clock that there is now: none waits for longer than its schedule says, and one of them is seen to run. */
    private void jobsAreDueAsEver() {
        eventually(
                "none waits for longer than a day, or a week",
                () -> jdbc.sql("""
                                        select count(*) from control.scheduled_tasks where not picked
                                        and execution_time > case when task_name = ? then cast(? as timestamptz) else cast(? as timestamptz) end""")
                                .params(
                                        WEEKLY,
                                        Timestamp.from(
                                                clock.instant().plus(WEEK).plus(HOUR)),
                                        Timestamp.from(clock.instant().plus(DAY).plus(HOUR)))
                                .query(Long.class)
                                .single()
                        == 0);
        var from = clock.instant();
        eventually(
                "what failed is looked for",
                () -> jdbc.sql("""
                                        select coalesce(last_success between ? and ?, false) from control.scheduled_tasks where task_name = ?""")
                        .params(Timestamp.from(from), Timestamp.from(clock.instant()), REDELIVERY)
                        .query(Boolean.class)
                        .single());
    }

    private static void stripeTells(boolean now) {
        control("webhooks", "{\"reorder\": false, \"duplicate\": 0, \"drop\": 0, \"paused\": %s}".formatted(!now));
        if (now) control("webhooks/flush", "{}");
    }

    private static void control(String what, String json) {
        CardSandboxControl.change(services().stripe().get("api-base"), what, json);
    }
}
