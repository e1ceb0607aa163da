package org.plenary.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller or a handler method: what the caller must be allowed. Every handler carries this or {@link Public},
 * itself or by its class; one with neither answers nobody. Under the path variable {@code conference} a role for that
 * conference is enough, everywhere else it takes one for the whole organization.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Permission value();

    /** Lets in whoever may do this in one conference at least; the handler then shows them no other. */
    boolean anywhere() default false;
}
