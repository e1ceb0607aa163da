package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

class StaticFilesIT extends PlenaryIT {
    @Autowired
    private ResourceUrlProvider files;

    @Test
    void noFileIsLookedForBehindTheLinksToPages() {
        assertThat(files.getHandlerMap()).isNotEmpty().doesNotContainKey("/**");
        assertThat(files.getForLookupPath("/css/theme.css")).matches("/css/theme-[0-9a-f]{32}\\.css");
    }
}
