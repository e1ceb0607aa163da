package org.elasticsearch.entitlement.agent;

import java.lang.instrument.Instrumentation;

/**
 * The agent that the server loads into itself to install its entitlement checks. The distribution ships it in a jar
 * that is not published; the server hands over the name of the class that does the work.
 */
public final class EntitlementAgent {

    private EntitlementAgent() {}

    public static void agentmain(String initializer, Instrumentation instrumentation)
            throws ReflectiveOperationException {
        Class.forName(initializer)
                .getMethod("initialize", Instrumentation.class)
                .invoke(null, instrumentation);
    }
}
