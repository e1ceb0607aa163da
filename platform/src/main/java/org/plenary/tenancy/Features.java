package org.plenary.tenancy;

import org.plenary.kernel.Problem;

/** Tells what is switched on. Answers from memory, some seconds old on other nodes than the one where it was switched. */
public interface Features {
    boolean isOn(Feature feature, Tenant tenant);

    /** @throws Problem.Conflict {@code feature_off} where it is off for the bound tenant */
    default void require(Feature feature) {
        if (!isOn(feature, Tenancy.require()))
            throw new Problem.Conflict("feature_off", "This is not available for your organization at the moment.");
    }
}
