package org.plenary.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Listens to an event after its transaction committed, in a transaction of its own: for writing our database. Delivered at
 * least once, so the listener repeats safely.
 */
@Async
@Transactional(propagation = Propagation.REQUIRES_NEW)
@TransactionalEventListener
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModuleListener {
    /** Stored with each undelivered event; never changed, even when the method moves. {@code module.what-it-does}. */
    @AliasFor(annotation = TransactionalEventListener.class, attribute = "id")
    String id();

    /** In SpEL, over the method's parameters: for an event that does not meet it nothing is stored and nothing is done. */
    @AliasFor(annotation = TransactionalEventListener.class, attribute = "condition")
    String condition() default "";
}
