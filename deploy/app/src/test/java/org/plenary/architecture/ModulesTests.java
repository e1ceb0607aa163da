package org.plenary.architecture;

import org.junit.jupiter.api.Test;
import org.plenary.Application;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {
    @Test
    void modulesCallOnlyWhatTheirArrowsAllow() {
        ApplicationModules.of(Application.class).verify();
    }
}
