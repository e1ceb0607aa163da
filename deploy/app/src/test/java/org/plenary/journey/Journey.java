package org.plenary.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.plenary.PlenaryIT;
import org.plenary.identity.Accounts;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What people do in a browser, from page to page. Journeys take most of a run, and alone each leaves half of the machine idle while
 * it waits for a page; so they run at the same time, before the tests that need the application to themselves.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class Journey extends PlenaryIT {
    final Browsing browsing = new Browsing();

    @Autowired
    Accounts accounts;

    @AfterEach
    void closeTheBrowser() {
        browsing.close();
    }
}
