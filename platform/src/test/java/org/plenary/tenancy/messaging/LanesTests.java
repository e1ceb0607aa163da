package org.plenary.tenancy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;
import org.springframework.aop.framework.ProxyFactory;

class LanesTests {
    private static final int WIDTH = 3;

    private final Work work = new Work();

    private Listeners listeners() {
        var proxy = new ProxyFactory(work);
        proxy.setInterfaces(Listeners.class);
        proxy.addAdvice(new Lanes(() -> WIDTH));
        return (Listeners) proxy.getProxy();
    }

    @Test
    void aSlowListenerWithHundredsOfEventsKeepsNoOtherWaiting() throws Exception {
        var listeners = listeners();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 300; i++) threads.submit(() -> listeners.slow(anEvent()));
            assertThat(work.atWork.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(threads.submit(() -> listeners.quick(anEvent())).get(10, TimeUnit.SECONDS))
                    .isEqualTo("done");

            work.released.countDown();
        }
        assertThat(work.most.get()).as("at work at once").isEqualTo(WIDTH);
        assertThat(work.calls.get()).isEqualTo(300);
    }

    @Test
    void aTenantWhoseEventsAreSlowKeepsNoOthersWaiting() throws Exception {
        var listeners = listeners();
        var slow = anEvent();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 300; i++) threads.submit(() -> listeners.slow(slow));
            while (work.now.get() < WIDTH - 1) Thread.sleep(1);

            threads.submit(() -> listeners.slow(anEvent()));
            assertThat(work.atWork.await(10, TimeUnit.SECONDS))
                    .as("it is its turn")
                    .isTrue();

            work.released.countDown();
        }
        assertThat(work.calls.get()).isEqualTo(301);
    }

    private static Event anEvent() {
        return new Event(new TenantId(UUID.randomUUID()));
    }

    record Event(TenantId tenant) implements TenantEvent {}

    interface Listeners {
        String slow(Event event);

        String quick(Event event);
    }

    private static final class Work implements Listeners {
        private final CountDownLatch atWork = new CountDownLatch(WIDTH);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String slow(Event event) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            atWork.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            calls.incrementAndGet();
            return "done";
        }

        @Override
        public String quick(Event event) {
            return "done";
        }
    }
}
