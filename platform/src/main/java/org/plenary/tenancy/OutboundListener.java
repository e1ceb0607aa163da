package org.plenary.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Listens to an event after its transaction committed, holding no transaction: for mail, payment providers, search and
 * DDL. Delivered at least once, so the listener repeats safely; whatever it writes, it writes through a use case that has
 * its own transaction.
 */
@Async
@TransactionalEventListener
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OutboundListener {
    /** Stored with each undelivered event; never changed, even when the method moves. {@code module.what-it-does}. */
    @AliasFor(annotation = TransactionalEventListener.class, attribute = "id")
    String id();
}
